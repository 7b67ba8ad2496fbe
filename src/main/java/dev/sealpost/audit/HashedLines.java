package dev.sealpost.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Writes lines in UTF-8, each ended by a line feed, and hashes them. */
final class HashedLines {
    private static final int BUFFER = 1 << 16;

    private final DigestOutputStream out;

    HashedLines(OutputStream out) {
        try {
            this.out =
                    new DigestOutputStream(new BufferedOutputStream(out, BUFFER), MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    void write(String line) throws IOException {
        out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /** Of what was written since the start, or since it was last asked for. */
    byte[] sha256() {
        return out.getMessageDigest().digest();
    }

    void flush() throws IOException {
        out.flush();
    }
}
