package dev.sealpost.access;

import dev.sealpost.places.PatienceSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose body is larger than allowed, at once if it says so, else when it has sent that much. JSON Lines, which no
 * operation holds in memory, have a limit of their own. A body that trickles in breaks off with a {@link dev.sealpost.places.TooSlow}.
 */
class BodyLimitFilter extends OncePerRequestFilter {
    private static final Set<String> JSON_LINES = Set.of("application/x-ndjson", "application/jsonl");

    private final long mostOfBody;
    private final long mostOfBatch;
    private final PatienceSettings patience;
    private final ProblemWriter writer;

    BodyLimitFilter(AccessSettings settings, PatienceSettings patience, ProblemWriter writer) {
        this.mostOfBody = settings.maxBody().toBytes();
        this.mostOfBatch = settings.maxBatch().toBytes();
        this.patience = patience;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long most = isBatch(request) ? mostOfBatch : mostOfBody;
        if (request.getContentLengthLong() > most) {
            writer.write(response, problem(most));
        } else {
            chain.doFilter(new Limited(request, most, patience), response);
        }
    }

    private static boolean isBatch(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && JSON_LINES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    static Problem problem(long most) {
        return Problem.of(
                HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "At most %d bytes are read in one request.".formatted(most));
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long most;
        private final PatienceSettings patience;
        private LimitedStream stream;

        Limited(HttpServletRequest request, long most, PatienceSettings patience) {
            super(request);
            this.most = most;
            this.patience = patience;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream(), most, patience.begin());
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
