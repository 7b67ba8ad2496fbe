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
import dev.sealpost.whatsapp.request.Composition;
import dev.sealpost.whatsapp.request.Composition.Awaiting;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Composition.Refused;
import dev.sealpost.whatsapp.request.Composition.Waiting;
import dev.sealpost.whatsapp.request.Definition;
import dev.sealpost.whatsapp.request.Definitions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** WhatsApp as a way to reach people: messages of every kind through the Cloud API. */
@Component
class WhatsAppChannel implements Channel {

    private final Definitions definitions;
    private final Senders senders;
    private final MessageRequests requests;
    private final SendRoute route;
    private final Wamids wamids;

    WhatsAppChannel(
            Definitions definitions, Senders senders, MessageRequests requests, SendRoute route, Wamids wamids) {
        this.definitions = definitions;
        this.senders = senders;
        this.requests = requests;
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
        return definitions.objection(template, category, fields);
    }

    @Override
    public boolean isFreeForm(String template) {
        return definitions.isFreeForm(template);
    }

    @Override
    public Set<String> senders() {
        return senders.byName().keySet();
    }

    @Override
    public List<String> senders(Destination destination) {
        return senders.of(destination).stream().map(Sender::name).toList();
    }

    @Override
    public String account(String sender) {
        return senders.named(sender).map(Sender::account).orElse(null);
    }

    @Override
    public String template(String name) {
        return definitions.find(name).flatMap(Definition::approved).orElse(name);
    }

    /** Dependents of the future run on the channel's few threads and must not block. */
    @Override
    public CompletableFuture<DeliveryOutcome> send(OutboundMessage message) {
        return senders.named(message.sender())
                .map(sender -> send(message, sender))
                .orElseGet(() -> later(Reason.of("unknown-sender", "it is not in config/senders.yml any more")));
    }

    private CompletableFuture<DeliveryOutcome> send(OutboundMessage message, Sender sender) {
        Composition made = requests.compose(message, sender);
        if (made instanceof Refused refused) {
            return CompletableFuture.completedFuture(Rejected.beforeSending(refused.reason()));
        }
        if (made instanceof Waiting waiting) {
            return later(waiting.reason());
        }
        if (made instanceof Awaiting awaiting) {
            return CompletableFuture.completedFuture(requests.upload(awaiting, sender));
        }
        Ready ready = (Ready) made;
        FormRecord.of(message, ready.facts()).ifPresent(entry -> message.stage().stage(entry));
        return route.send(new CloudApiMessage(sender, new OneTimeBody(ready.json())), message)
                .thenApply(outcome -> requests.learn(outcome, ready.facts(), message, sender))
                .thenApply(wamids::withoutNumber);
    }

    private static CompletableFuture<DeliveryOutcome> later(Reason why) {
        return CompletableFuture.completedFuture(new RetryLater(why, null, Scope.PAUSED));
    }
}
