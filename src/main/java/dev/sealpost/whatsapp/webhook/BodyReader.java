package dev.sealpost.whatsapp.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Reads the raw bytes of a request's body, whatever length it claims: {@value #MOST} bytes at most, in bounded time, and only few
 * large ones at once, because anybody may send one.
 */
@Component
class BodyReader {

    /** Meta's own limit. */
    static final int MOST = 3 * 1024 * 1024;

    static final int SMALL = 64 * 1024;
    static final int LARGE_AT_ONCE = 8;

    private static final Duration SLOWEST = Duration.ofSeconds(10);
    private static final int PIECE = 16 * 1024;

    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);

    static boolean saysItIsTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > MOST;
    }

    /**
     * @param use what is done with the bytes; a large body counts as one of the few until that has ended
     * @return why it is refused, by the reader or by {@code use}, or empty
     */
    Optional<Refusal> read(HttpServletRequest request, Function<byte[], Optional<Refusal>> use) {
        Reading reading = new Reading();
        try {
            Optional<Refusal> refusal = reading.readAll(request.getInputStream());
            return refusal.isPresent() ? refusal : use.apply(reading.bytes.toByteArray());
        } catch (IOException brokenOff) {
            return Optional.of(Refusal.INCOMPLETE);
        } finally {
            reading.end();
        }
    }

    private final class Reading {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * 1024);
        private final long started = System.nanoTime();
        private boolean holdsPermit;

        Optional<Refusal> readAll(InputStream in) throws IOException {
            byte[] piece = new byte[PIECE];
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                bytes.write(piece, 0, got);
                Optional<Refusal> refusal = objection();
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            return Optional.empty();
        }

        private Optional<Refusal> objection() {
            if (bytes.size() > MOST) {
                return Optional.of(Refusal.TOO_LARGE);
            }
            if (System.nanoTime() - started > SLOWEST.toNanos()) {
                return Optional.of(Refusal.INCOMPLETE);
            }
            if (bytes.size() > SMALL && !holdsPermit) {
                holdsPermit = large.tryAcquire();
                return holdsPermit ? Optional.empty() : Optional.of(Refusal.BUSY);
            }
            return Optional.empty();
        }

        void end() {
            if (holdsPermit) {
                large.release();
            }
        }
    }
}
