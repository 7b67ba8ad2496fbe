package dev.sealpost.sandbox.postgres;

import dev.sealpost.sandbox.net.LoopbackPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 17 on 127.0.0.1, its data kept in a directory across restarts, with {@code fsync} and
 * {@code synchronous_commit} on: what it has committed survives a kill and a power loss.
 *
 * <p>Its server process outlives a {@code kill -9} of the JVM; the next start on the same directory adopts it. Login is by
 * password (SCRAM), so that other users of the machine cannot read what people wrote to the sandbox. {@link #close()}
 * stops the server, also an adopted one.
 *
 * <p>Not guaranteed: exclusive use. The caller holds the sandbox directory's lock.
 */
public final class PostgresPart implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresPart.class);
    private static final Duration START = Duration.ofSeconds(60);

    private final Path data;
    private final Superuser superuser;
    private final Optional<EmbeddedPostgres> started;

    private PostgresPart(Path data, Superuser superuser, Optional<EmbeddedPostgres> started) {
        this.data = data;
        this.superuser = superuser;
        this.started = started;
    }

    /**
     * Starts or adopts the server; when this returns, the database {@code sealpost} exists and can be logged into.
     *
     * @param directory where {@code data} and the server's log are kept
     * @throws dev.sealpost.sandbox.net.PortTaken if another process listens on the port
     * @throws IOException if the server does not start; the message says where its log is
     */
    public static PostgresPart start(Path directory, LoopbackPort port, String password) throws IOException {
        Path home = Files.createDirectories(directory).toRealPath();
        Path data = home.resolve("data");
        Optional<Postmaster> running = settle(data, port);
        EmbeddedPostgres server = running.isPresent()
                ? null
                : Server.start(home, data, port.settled().number(), password);
        int actual = running.map(Postmaster::port).orElseGet(() -> server.getPort());
        var superuser = new Superuser(actual, password);
        try {
            superuser.requirePassword(data);
            superuser.createDatabase(Superuser.DATABASE);
        } catch (SQLException e) {
            throw new IOException(
                    "PostgreSQL runs, but login failed (%s); its data is in %s, its log in %s"
                            .formatted(e.getSQLState(), data, Server.log(home)),
                    e);
        }
        return new PostgresPart(data, superuser, Optional.ofNullable(server));
    }

    /** The server already running on this data, once it is ready; stops one that runs on another port. */
    private static Optional<Postmaster> settle(Path data, LoopbackPort port) throws IOException {
        Optional<Postmaster> running = awaitSettled(data);
        if (running.isEmpty()) {
            Files.deleteIfExists(Postmaster.pidFile(data));
            return running;
        }
        if (port.isAny() || running.get().port() == port.number()) {
            log.info(
                    "PostgreSQL still runs (process {}): adopted",
                    running.get().process().pid());
            return running;
        }
        running.get().stop();
        return Optional.empty();
    }

    private static Optional<Postmaster> awaitSettled(Path data) throws IOException {
        Instant deadline = Instant.now().plus(START);
        Optional<Postmaster> running = Postmaster.runningOn(data);
        while (running.isPresent() && !running.get().ready()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("PostgreSQL (process %d) on %s is neither ready nor gone after %s"
                        .formatted(running.get().process().pid(), data, START));
            }
            Pause.briefly();
            running = Postmaster.runningOn(data);
        }
        return running;
    }

    public int port() {
        return superuser.port();
    }

    /** Of the database {@code sealpost}, without user and password. */
    public String jdbcUrl() {
        return superuser.jdbcUrl(Superuser.DATABASE);
    }

    public String user() {
        return Superuser.NAME;
    }

    public String password() {
        return superuser.password();
    }

    /** Whether the server was found running and taken over instead of started. */
    public boolean adopted() {
        return started.isEmpty();
    }

    @Override
    public void close() throws IOException {
        Optional<Postmaster> running = Postmaster.runningOn(data);
        if (started.isPresent()) {
            started.get().close();
        }
        if (running.isPresent()) {
            running.get().stop();
        }
    }
}
