package dev.sealpost.dryrun;

import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.delivery.Channel;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.Destination;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.request.Definitions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Objects as the real channel does, and does not send. */
final class DryChannel implements Channel {

    static final String NAME = "dry-run";

    private final Definitions definitions;

    DryChannel(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration deadline() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Reason> objection(String template, TemplateCategory category, Set<String> fields) {
        return definitions.objection(template, category, fields);
    }

    @Override
    public Set<String> senders() {
        return Set.of(NAME);
    }

    @Override
    public List<String> senders(Destination destination) {
        return List.of(NAME);
    }

    @Override
    public CompletableFuture<DeliveryOutcome> send(OutboundMessage message) {
        throw new UnsupportedOperationException("A dry run sends nothing");
    }
}
