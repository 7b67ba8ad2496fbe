package dev.sealpost.cli.consents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, for the progress bar. */
final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream source) {
        super(source);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count += next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count += Math.max(0, got);
        return got;
    }
}
