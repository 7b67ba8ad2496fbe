package dev.sealpost.testing;

/** Closes what the suite started, when its JVM ends. */
final class SuiteEnd {
    private SuiteEnd() {}

    static <T extends AutoCloseable> T closes(T part) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(part), "suite-end"));
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
