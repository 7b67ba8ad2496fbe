package dev.sealpost.sealing;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ciphertext with what it is bound to: message, subject and purpose are its associated data, so that content swapped between two
 * messages, two people or two purposes does not open.
 */
public record SealedContent(MessageId message, SubjectRef subject, String purpose, byte[] ciphertext) {

    /** SHA-256 of the ciphertext in hexadecimal, for the audit: it names the content without being derived from it. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ciphertext));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SealedContent[" + message + ", " + ciphertext.length + " bytes]";
    }
}
