package dev.sealpost.delivery;

import dev.sealpost.consent.Stop;
import dev.sealpost.consent.Stops;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who told the channel to stop marketing has withdrawn their consent to every marketing purpose. */
@Component
class MarketingStops implements ConsequenceHandler {

    private static final String CHANNEL = "whatsapp";

    private final Stops stops;

    MarketingStops(Stops stops) {
        this.stops = stops;
    }

    @Override
    public void apply(List<Consequence> consequences) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        stops.record(
                consequences.stream()
                        .filter(Consequence.WithdrawMarketing.class::isInstance)
                        .flatMap(stop ->
                                stops.marketingPurposes().stream().map(purpose -> stop(stop.occasion(), purpose, now)))
                        .toList(),
                CHANNEL);
    }

    private static Stop stop(Occasion occasion, String purpose, Instant now) {
        return new Stop(occasion.subject(), purpose, CHANNEL, now, "message:" + occasion.message());
    }
}
