package dev.sealpost.testing;

import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.postgres.PostgresPart;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL of a test's own, that it may stop and start again on the same port. */
public final class OwnPostgres implements AutoCloseable {

    private static final String PASSWORD = "not-a-secret";

    private final Path directory;
    private PostgresPart part;

    private OwnPostgres(Path directory, PostgresPart part) {
        this.directory = directory;
        this.part = part;
    }

    public static OwnPostgres start(String name) throws IOException {
        Path directory = SuiteDirectory.ofThisJvm().resolve(name + "-postgres");
        return new OwnPostgres(directory, PostgresPart.start(directory, port(0), PASSWORD));
    }

    public Database database() {
        return new Database(part.jdbcUrl(), part.user(), part.password());
    }

    public void stop() throws IOException {
        part.close();
    }

    public void restart() throws IOException {
        part = PostgresPart.start(directory, port(part.port()), PASSWORD);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }

    private static LoopbackPort port(int number) {
        return new LoopbackPort("the test's own PostgreSQL port", number);
    }
}
