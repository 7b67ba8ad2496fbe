package dev.sealpost.access;

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
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request whose body is larger than allowed, at once if it says so, else when it has sent that much. */
class BodyLimitFilter extends OncePerRequestFilter {
    private final long most;
    private final ProblemWriter writer;

    BodyLimitFilter(long most, ProblemWriter writer) {
        this.most = most;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > most) {
            writer.write(response, problem(most));
        } else {
            chain.doFilter(new Limited(request, most), response);
        }
    }

    static Problem problem(long most) {
        return Problem.of(
                HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "At most %d bytes are read in one request.".formatted(most));
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long most;
        private LimitedStream stream;

        Limited(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream(), most);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
