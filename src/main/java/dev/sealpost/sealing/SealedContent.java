package dev.sealpost.sealing;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;

/**
 * Ciphertext with what it is bound to: message, subject and purpose are its associated data, so that content swapped between two
 * messages, two people or two purposes does not open.
 */
public record SealedContent(MessageId message, SubjectRef subject, String purpose, byte[] ciphertext) {

    @Override
    public String toString() {
        return "SealedContent[" + message + ", " + ciphertext.length + " bytes]";
    }
}
