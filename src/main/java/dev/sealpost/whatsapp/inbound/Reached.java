package dev.sealpost.whatsapp.inbound;

import dev.sealpost.message.MessageId;
import dev.sealpost.subject.Handles;

/** By what WhatsApp says that it reached the person a message of the hub was for. */
public record Reached(MessageId message, Handles by) {}
