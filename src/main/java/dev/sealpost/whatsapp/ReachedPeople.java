package dev.sealpost.whatsapp;

import dev.sealpost.message.MessageId;
import dev.sealpost.subject.Recipient;
import java.util.List;

/** Learns by what else the people are reached whom messages were sent to. */
public interface ReachedPeople {

    /**
     * Returns at once. Not guaranteed: that it is learned; status webhooks say the same again.
     *
     * @param message the hub's message to the person
     */
    void note(MessageId message, List<Recipient> by);
}
