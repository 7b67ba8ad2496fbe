package dev.sealpost.routing;

import dev.sealpost.delivery.Channel;
import dev.sealpost.delivery.Destination;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.sealing.SealedMessage;
import java.util.Optional;

/** Puts a sealed message into the outbox. */
public final class Deliver extends Step<SealedMessage> {

    private static final Reason NO_SENDER = Reason.of("no-sender", "no sender serves this purpose and country");

    private final Channel channel;
    private String template;

    Deliver(Channel channel, IntakeUnits units) {
        super(SealedMessage.class, "seal", units);
        this.channel = channel;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    @Override
    Verdict decide(SealedMessage message, Passage passage) {
        return objection(message.origin())
                .<Verdict>map(Verdict.SetAside::new)
                .orElseGet(() -> new Verdict.Queue(new QueuedMessage(message, template)));
    }

    private Optional<Reason> objection(SealedMessage.Origin origin) {
        return channel.objection(template, origin.purpose().category(), origin.fields())
                .or(() ->
                        channel.senders(Destination.of(origin)).isEmpty() ? Optional.of(NO_SENDER) : Optional.empty());
    }
}
