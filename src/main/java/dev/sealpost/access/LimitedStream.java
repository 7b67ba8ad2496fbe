package dev.sealpost.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Gives no more than so many bytes of another stream; whoever reads on gets a {@link BodyTooLarge}. */
class LimitedStream extends ServletInputStream {
    private final ServletInputStream source;
    private final long most;
    private long read;

    LimitedStream(ServletInputStream source, long most) {
        this.source = source;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = source.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = source.read(buffer, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int bytes) throws BodyTooLarge {
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
