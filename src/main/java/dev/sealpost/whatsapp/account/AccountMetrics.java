package dev.sealpost.whatsapp.account;

import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.SenderStanding;
import dev.sealpost.whatsapp.Senders;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** For each sender whether it may send, and how long its token is good (NaN: for ever, or not known). */
@Component
class AccountMetrics {

    AccountMetrics(MeterRegistry meters, Senders senders, Standings standings) {
        senders.all().forEach(sender -> register(meters, sender, standings));
    }

    private static void register(MeterRegistry meters, Sender sender, Standings standings) {
        Gauge.builder(
                        "sealpost.whatsapp.sender.ready",
                        standings,
                        all -> all.of(sender).maySend() ? 1 : 0)
                .description("1 if Meta keeps its messages where wanted and its token is good")
                .tag("sender", sender.name())
                .register(meters);
        Gauge.builder("sealpost.whatsapp.sender.token.left", standings, all -> secondsLeft(all.of(sender)))
                .description("How long the token is good")
                .baseUnit("seconds")
                .tag("sender", sender.name())
                .register(meters);
    }

    private static double secondsLeft(SenderStanding standing) {
        Instant expires = standing.tokenExpires();
        return expires == null
                ? Double.NaN
                : Duration.between(Instant.now(), expires).toSeconds();
    }
}
