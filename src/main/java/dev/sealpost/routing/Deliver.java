package dev.sealpost.routing;

import dev.sealpost.delivery.Channel;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.sealing.SealedMessage;

/** Puts a sealed message into the outbox. */
public final class Deliver extends Step<SealedMessage> {

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
        return channel.objection(
                        template,
                        message.origin().purpose().category(),
                        message.origin().fields())
                .<Verdict>map(Verdict.SetAside::new)
                .orElseGet(() -> new Verdict.Queue(new QueuedMessage(message, template)));
    }
}
