package dev.sealpost.sandbox.whatsapp.graph;

import com.sun.net.httpserver.HttpExchange;
import dev.sealpost.sandbox.whatsapp.media.MediaLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Puts the body of an upload into a temporary file. */
final class Spool {
    /** The largest file and what the form adds to it. */
    private static final long MOST = MediaLimits.LARGEST + (1 << 16);

    private static final int BUFFER = 1 << 16;

    private Spool() {}

    static boolean isMeantFor(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.startsWith("multipart/form-data");
    }

    /** Empty if it is too large. Whoever gets the file deletes it. */
    static Optional<Path> body(HttpExchange exchange) throws IOException {
        Path file = Files.createTempFile("sandbox-upload", null);
        long size = 0;
        try (InputStream in = exchange.getRequestBody();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0 && size <= MOST; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        if (size <= MOST) {
            return Optional.of(file);
        }
        Files.delete(file);
        return Optional.empty();
    }
}
