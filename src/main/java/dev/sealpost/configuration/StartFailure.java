package dev.sealpost.configuration;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.web.server.PortInUseException;

/** What the exit code says about a start that failed. */
public final class StartFailure {

    private static final int FINDINGS = 1;
    private static final int UNAVAILABLE = 3;
    private static final int DEEPEST = 50;

    private StartFailure() {}

    /** 3 if something the hub needs is not available, a database or a port; the failure's own code if it has one; else 1. */
    public static int exitCode(Throwable failure) {
        return chain(failure)
                .filter(ExitCodeGenerator.class::isInstance)
                .map(cause -> ((ExitCodeGenerator) cause).getExitCode())
                .findFirst()
                .orElseGet(() -> isUnavailability(failure) ? UNAVAILABLE : FINDINGS);
    }

    private static boolean isUnavailability(Throwable failure) {
        return chain(failure).anyMatch(PortInUseException.class::isInstance)
                || databaseRefusal(failure).isPresent();
    }

    /** How the database refused, if that is why the start failed. */
    static Optional<DatabaseRefusal> databaseRefusal(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> DatabaseRefusal.of((SQLException) cause))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
