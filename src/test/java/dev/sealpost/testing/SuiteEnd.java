package dev.sealpost.testing;

import org.springframework.boot.SpringApplication;

/** Closes what the suite started when its JVM ends, after the hubs that use it. */
final class SuiteEnd {
    private SuiteEnd() {}

    static <T extends AutoCloseable> T closes(T part) {
        SpringApplication.getShutdownHandlers().add(() -> close(part));
        return part;
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot stop " + part.getClass().getSimpleName(), e);
        }
    }
}
