package dev.sealpost.access;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * An error nobody foresaw: the caller learns an id, the log where it happened. The exceptions' messages are not logged, for who
 * knows what of the request is in them.
 */
@Component
class UnexpectedErrors {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final int DEEPEST_CAUSE = 5;
    private static final int FRAMES = 12;

    Problem problem(Exception failure) {
        UUID id = UUID.randomUUID();
        LOG.error("Unexpected error {}: {}", id, trace(failure));
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "unexpected",
                        "Something went wrong in the hub. Its log has more under this error id.")
                .withErrorId(id);
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            trace.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(frames(cause));
            cause = cause.getCause();
        }
        return trace.toString();
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", ", " [", "]"));
    }
}
