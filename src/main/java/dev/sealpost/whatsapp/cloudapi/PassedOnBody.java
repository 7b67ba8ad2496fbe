package dev.sealpost.whatsapp.cloudapi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** Passes a body on as it comes in, and keeps nothing of it. */
final class PassedOnBody implements Receipt {

    private static final byte[] NOTHING = {};

    private final AtomicLong passed = new AtomicLong();
    private final MediaSink sink;
    private final long limit;

    /** @param limit the most bytes it passes on */
    PassedOnBody(MediaSink sink, long limit) {
        this.sink = sink;
        this.limit = limit;
    }

    @Override
    public boolean take(ByteBuffer bytes) throws IOException {
        if (passed.get() + bytes.remaining() > limit) {
            return false;
        }
        passed.addAndGet(bytes.remaining());
        sink.take(bytes.asReadOnlyBuffer());
        bytes.position(bytes.limit());
        return true;
    }

    @Override
    public byte[] kept() {
        return NOTHING;
    }

    long length() {
        return passed.get();
    }
}
