package dev.sealpost.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines that end with LF or CRLF, each held in memory only up to a length. The last one may lack its end: whether it is whole
 * is for the parser to say. Not for several threads.
 */
final class LineReader {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[16_384];
    private int position;
    private int filled;

    /** @param longest in bytes, without the line's end */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** @param tooLong then the bytes are only the first of it */
    record Line(byte[] bytes, boolean tooLong) {

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return "Line[" + bytes.length + " bytes]";
        }
    }

    /** Null at the end. */
    Line next() throws IOException {
        if (!hasMore()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && hasMore()) {
            int end = endOfLine();
            int room = longest + 1 - line.size();
            line.write(buffer, position, Math.min(end - position, room));
            tooLong |= end - position > room;
            ended = end < filled;
            position = ended ? end + 1 : end;
        }
        return line(line.toByteArray(), tooLong);
    }

    private Line line(byte[] bytes, boolean tooLong) {
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r' && !tooLong;
        byte[] content = carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        return new Line(content, tooLong || content.length > longest);
    }

    private boolean hasMore() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
