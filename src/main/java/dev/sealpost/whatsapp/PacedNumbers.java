package dev.sealpost.whatsapp;

import dev.sealpost.pacing.PacedSender;
import dev.sealpost.pacing.PacedSenders;
import java.util.List;
import org.springframework.stereotype.Component;

/** The limits in {@code config/senders.yml}. */
@Component
class PacedNumbers implements PacedSenders {

    private final Senders senders;

    PacedNumbers(Senders senders) {
        this.senders = senders;
    }

    @Override
    public List<PacedSender> all() {
        return senders.all().stream()
                .map(sender -> new PacedSender(sender.name(), sender.portfolio(), sender.throughput(), sender.tier()))
                .toList();
    }
}
