package dev.sealpost.delivery;

/** What is in trouble when a message was not sent, but may be later; decides what the failed try counts against. */
public enum Scope {
    /** This message: its try counts against {@code max-attempts}. */
    MESSAGE(true, false),
    /** This message, and it is tried once more only: the second such refusal is final. */
    MESSAGE_ONCE(true, false),
    /** The person is to be left alone for a while. Only the message's time to live ends it. */
    PERSON(false, false),
    /** What it was sent with (sender, account, template, country) is paused; it waits until that is over, or its time to live. */
    PAUSED(false, false),
    /** The sender as a whole (outage, throttling, refused connection): the sender's circuit breaker counts it, the message does not. */
    SENDER(false, true);

    private final boolean messages;
    private final boolean senders;

    Scope(boolean messages, boolean senders) {
        this.messages = messages;
        this.senders = senders;
    }

    boolean usesUpAttempts() {
        return messages;
    }

    boolean meansSenderIsDown() {
        return senders;
    }
}
