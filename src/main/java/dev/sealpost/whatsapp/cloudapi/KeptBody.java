package dev.sealpost.whatsapp.cloudapi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps a body in memory. */
final class KeptBody implements Receipt {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream(1024);
    private final int limit;

    /** @param limit the most bytes it keeps */
    KeptBody(int limit) {
        this.limit = limit;
    }

    @Override
    public boolean take(ByteBuffer bytes) {
        if (received.size() + bytes.remaining() > limit) {
            return false;
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        received.writeBytes(copy);
        return true;
    }

    @Override
    public byte[] kept() {
        return received.toByteArray();
    }
}
