package dev.sealpost.delivery;

/** What a sender is looked for. @param template or the free-form message */
record Outgoing(String template, Destination destination) {

    static Outgoing of(QueuedMessage message) {
        return new Outgoing(message.template(), Destination.of(message.sealed().origin()));
    }
}
