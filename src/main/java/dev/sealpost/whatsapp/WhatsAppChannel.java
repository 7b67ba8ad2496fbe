package dev.sealpost.whatsapp;

import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.delivery.Channel;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.Destination;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.OneTimeBody;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** WhatsApp as a way to reach people: template messages through the Cloud API. */
@Component
class WhatsAppChannel implements Channel {

    private final Templates templates;
    private final Senders senders;
    private final SendRoute route;
    private final Wamids wamids;

    WhatsAppChannel(Templates templates, Senders senders, SendRoute route, Wamids wamids) {
        this.templates = templates;
        this.senders = senders;
        this.route = route;
        this.wamids = wamids;
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public Duration deadline() {
        return route.deadline();
    }

    @Override
    public Optional<Reason> objection(String template, TemplateCategory category, Set<String> fields) {
        return templates.objection(template, category, fields);
    }

    @Override
    public Set<String> senders() {
        return senders.byName().keySet();
    }

    @Override
    public List<String> senders(Destination destination) {
        return senders.of(destination).stream().map(Sender::name).toList();
    }

    /** Dependents of the future run on the channel's few threads and must not block. */
    @Override
    public CompletableFuture<DeliveryOutcome> send(OutboundMessage message) {
        return templates
                .objection(message.template(), message.content().fields().keySet())
                .map(WhatsAppChannel::rejected)
                .orElseGet(() -> post(templates.find(message.template()).orElseThrow(), message));
    }

    private CompletableFuture<DeliveryOutcome> post(Template template, OutboundMessage message) {
        if (!TemplateRequest.isWritable(template, message.content())) {
            return rejected(Reason.of("malformed", "a parameter is not valid Unicode"));
        }
        var body = new OneTimeBody(TemplateRequest.json(template, message));
        return senders.named(message.sender())
                .map(sender ->
                        route.send(new CloudApiMessage(sender, body), message).thenApply(wamids::withoutNumber))
                .orElseGet(() -> later(Reason.of("unknown-sender", "it is not in config/senders.yml any more")));
    }

    private static CompletableFuture<DeliveryOutcome> later(Reason why) {
        return CompletableFuture.completedFuture(new RetryLater(why, null, Scope.PAUSED));
    }

    private static CompletableFuture<DeliveryOutcome> rejected(Reason why) {
        return CompletableFuture.completedFuture(Rejected.beforeSending(why));
    }
}
