package dev.sealpost.dryrun;

import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.delivery.Channel;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.Templates;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Objects as the real channel does, and does not send. */
final class DryChannel implements Channel {

    private final Templates templates;

    DryChannel(Templates templates) {
        this.templates = templates;
    }

    @Override
    public String name() {
        return "dry-run";
    }

    @Override
    public Duration deadline() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Reason> objection(String template, TemplateCategory category, Set<String> fields) {
        return templates.objection(template, category, fields);
    }

    @Override
    public CompletableFuture<DeliveryOutcome> send(OutboundMessage message) {
        throw new UnsupportedOperationException("A dry run sends nothing");
    }
}
