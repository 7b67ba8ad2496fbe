package dev.sealpost.cli.consents;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file as text: the encoding of its byte order mark, else the one given. Bytes that are none of the encoding become
 * {@link #UNREADABLE}, so that one bad cell costs its own row and not the file.
 */
final class CsvText {
    static final char UNREADABLE = '\uFFFD';
    private static final int LONGEST_MARK = 3;

    private CsvText() {}

    /** The byte order mark is left out. */
    static BufferedReader open(InputStream file, Charset given) throws IOException {
        var marked = new BufferedInputStream(file);
        marked.mark(LONGEST_MARK);
        byte[] start = marked.readNBytes(LONGEST_MARK);
        Mark mark = Mark.of(start, given);
        marked.reset();
        marked.skipNBytes(mark.bytes());
        Reader text = new InputStreamReader(
                marked,
                mark.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new BufferedReader(text);
    }

    private record Mark(Charset charset, int bytes) {

        static Mark of(byte[] start, Charset otherwise) {
            if (begins(start, 0xEF, 0xBB, 0xBF)) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            if (begins(start, 0xFE, 0xFF)) {
                return new Mark(StandardCharsets.UTF_16BE, 2);
            }
            return begins(start, 0xFF, 0xFE) ? new Mark(StandardCharsets.UTF_16LE, 2) : new Mark(otherwise, 0);
        }

        private static boolean begins(byte[] start, int... mark) {
            for (int i = 0; i < mark.length; i++) {
                if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
