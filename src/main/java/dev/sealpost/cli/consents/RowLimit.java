package dev.sealpost.cli.consents;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Bounds how much is read for one row: a quote that is never closed would make the rest of the file one cell. */
final class RowLimit extends FilterReader {
    static final int MOST = 1 << 18;
    private long read;

    RowLimit(Reader source) {
        super(source);
    }

    void nextRow() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int characters) {
        read += characters;
        if (read > MOST) {
            throw new CsvTooBroken("a row of more than %d characters; is a quote not closed?".formatted(MOST));
        }
    }
}
