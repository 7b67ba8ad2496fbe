package dev.sealpost.routing;

import dev.sealpost.consent.ConsentRequest;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;

/** What a step decided about a message. All but {@link Proceed} end its way through the flow. */
sealed interface Verdict {

    /** On to the next step, with this body. */
    record Proceed(Object body) implements Verdict {}

    record Queue(QueuedMessage message) implements Verdict {}

    /** Nothing is sent; the person is to be asked. */
    record Request(ConsentRequest request) implements Verdict {}

    record Refuse(Reason reason) implements Verdict {}

    /** Someone has to look at it: kept as a sealed dead letter. */
    record SetAside(Reason reason) implements Verdict {}

    /** It was accepted or refused before, as that message. */
    record Duplicate(MessageId original) implements Verdict {}
}
