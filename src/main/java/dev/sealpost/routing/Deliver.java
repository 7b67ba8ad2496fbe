package dev.sealpost.routing;

import dev.sealpost.delivery.Channel;
import dev.sealpost.delivery.Destination;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.sealing.SealedMessage;
import java.util.Optional;

/** Puts a sealed message into the outbox, to be sent as the template or the free-form message that the flow names. */
public final class Deliver extends Step<SealedMessage> {

    private static final Reason NO_SENDER = Reason.of("no-sender", "no sender serves this purpose and country");

    private final Channel channel;
    private String definition;

    Deliver(Channel channel, IntakeUnits units) {
        super(SealedMessage.class, "seal", units);
        this.channel = channel;
    }

    /** A flow gives one of the two, and nothing for the other; see the lint. */
    public void setTemplate(String template) {
        definition = template.isEmpty() ? definition : template;
    }

    public void setMessage(String message) {
        definition = message.isEmpty() ? definition : message;
    }

    @Override
    Verdict decide(SealedMessage message, Passage passage) {
        return objection(message.origin())
                .<Verdict>map(Verdict.SetAside::new)
                .orElseGet(() -> new Verdict.Queue(new QueuedMessage(message, definition)));
    }

    private Optional<Reason> objection(SealedMessage.Origin origin) {
        return channel.objection(definition, origin.purpose().category(), origin.fields())
                .or(() ->
                        channel.senders(Destination.of(origin)).isEmpty() ? Optional.of(NO_SENDER) : Optional.empty());
    }
}
