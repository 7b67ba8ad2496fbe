package dev.sealpost.delivery;

import dev.sealpost.sealing.SealedMessage;

/** A sealed message and the template it is to be sent with. */
public record QueuedMessage(SealedMessage sealed, String template) {}
