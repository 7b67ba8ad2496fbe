package dev.sealpost.access;

import dev.sealpost.places.Patience;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * Gives no more than so many bytes of another stream, whoever reads on gets a {@link BodyTooLarge}; and does not wait for ever until they
 * come.
 */
class LimitedStream extends ServletInputStream {
    private final ServletInputStream source;
    private final long most;
    private final Patience patience;
    private long read;

    LimitedStream(ServletInputStream source, long most, Patience patience) {
        this.source = source;
        this.most = most;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        long begun = System.nanoTime();
        int next = source.read();
        count(next < 0 ? 0 : 1, begun);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long begun = System.nanoTime();
        int got = source.read(buffer, offset, length);
        count(Math.max(0, got), begun);
        return got;
    }

    private void count(int bytes, long begun) throws IOException {
        patience.spend(System.nanoTime() - begun, bytes);
        read += bytes;
        if (read > most) {
            throw new BodyTooLarge(most);
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
