package dev.sealpost.delivery;

import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A way to reach people. */
public interface Channel {

    String name();

    /** The longest a send can take until its future completes. */
    Duration deadline();

    /**
     * Whether a message with these minimised fields could be sent with this template; asked before it is queued.
     *
     * @param category the purpose's: a purpose is not served with another category's template, else a marketing template could go
     *     out without marketing consent
     * @return why not, or empty
     */
    Optional<Reason> objection(String template, TemplateCategory category, Set<String> fields);

    /**
     * Whether it is no template but a message that only a sender may send that the person wrote to within 24 hours; by any other it
     * goes as something else, or not at all.
     */
    default boolean isFreeForm(String template) {
        return false;
    }

    /** The names of all senders (numbers of the business) there are. */
    Set<String> senders();

    /** The senders that serve this purpose and country, the person's own first; empty if none does. */
    List<String> senders(Destination destination);

    /** Which account at the channel's operator a sender belongs to; null if it has none, or is not there. */
    default String account(String sender) {
        return null;
    }

    /**
     * The template that the channel's operator means when it refuses a message of this name for its template: the one that goes in its
     * place, where it is not a template itself.
     */
    default String template(String name) {
        return name;
    }

    /**
     * Sends, without blocking. The future always completes, normally, within {@link #deadline()}: every failure is one of the
     * outcomes.
     */
    CompletableFuture<DeliveryOutcome> send(OutboundMessage message);
}
