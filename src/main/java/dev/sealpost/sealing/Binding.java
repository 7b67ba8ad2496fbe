package dev.sealpost.sealing;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a ciphertext belongs to, as associated data. Version, message and subject have fixed lengths and the purpose comes last, so
 * that no two different bindings are the same bytes.
 */
record Binding(MessageId message, SubjectRef subject, String purpose) {

    private static final byte[] LABEL = "sealpost content".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_BYTES = 16;

    byte[] associatedData(byte version) {
        byte[] purposeBytes = purpose.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(LABEL.length + 1 + 2 * UUID_BYTES + purposeBytes.length);
        bytes.put(LABEL).put(version);
        put(bytes, message.value());
        put(bytes, subject.value());
        return bytes.put(purposeBytes).array();
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
