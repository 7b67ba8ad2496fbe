package dev.sealpost.sandbox.postgres;

import dev.sealpost.sandbox.net.LoopbackPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

    private final DataDirectory directory;
    private final Superuser superuser;
    private final Optional<EmbeddedPostgres> started;

    private PostgresPart(DataDirectory directory, Superuser superuser, Optional<EmbeddedPostgres> started) {
        this.directory = directory;
        this.superuser = superuser;
        this.started = started;
    }

    /**
     * Starts or adopts the server; when this returns, the database {@code sealpost} exists and can be logged into.
     *
     * @param home where {@code data} and the server's log are kept
     * @throws dev.sealpost.sandbox.net.PortTaken if another process listens on the port
     * @throws IOException if the server does not start; the message says where its log is
     */
    public static PostgresPart start(Path home, LoopbackPort port, String password) throws IOException {
        var directory = new DataDirectory(Files.createDirectories(home).toRealPath());
        Optional<Postmaster> running = adoptable(directory, port);
        PostgresPart part = running.isPresent()
                ? adopt(directory, running.get(), password)
                : launch(directory, port.settled().number(), password);
        part.prepareLogin();
        directory.markInitialised();
        return part;
    }

    private static Optional<Postmaster> adoptable(DataDirectory directory, LoopbackPort port) throws IOException {
        Optional<Postmaster> running = Postmaster.settledOn(directory.data());
        if (running.isPresent() && !port.isAny() && running.get().port() != port.number()) {
            running.get().stop();
            return Optional.empty();
        }
        return running;
    }

    private static PostgresPart adopt(DataDirectory directory, Postmaster running, String password) {
        log.info(
                "PostgreSQL still runs (process {}): adopted", running.process().pid());
        return new PostgresPart(directory, new Superuser(running.port(), password), Optional.empty());
    }

    private static PostgresPart launch(DataDirectory directory, int port, String password) throws IOException {
        directory.clearLeftOvers();
        EmbeddedPostgres server = Server.start(directory, port, password);
        return new PostgresPart(directory, new Superuser(port, password), Optional.of(server));
    }

    private void prepareLogin() throws IOException {
        try {
            superuser.requirePassword(directory.data());
            superuser.createDatabase(Superuser.DATABASE);
        } catch (SQLException e) {
            close();
            throw new IOException(
                    "PostgreSQL runs, but refuses the login (SQL state %s): if the sandbox's credentials were lost, start over"
                                    .formatted(e.getSQLState())
                            + " with --sealpost.sandbox.fresh=true; its log is " + directory.log(),
                    e);
        }
    }

    /** Stops a server that a killed process left on this home, if there is one. */
    public static void stopAbandoned(Path home) throws IOException {
        if (Files.exists(home)) {
            Optional<Postmaster> abandoned = Postmaster.settledOn(new DataDirectory(home.toRealPath()).data());
            if (abandoned.isPresent()) {
                abandoned.get().stop();
            }
        }
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
        Optional<Postmaster> running = Postmaster.runningOn(directory.data());
        if (started.isPresent()) {
            started.get().close();
        }
        if (running.isPresent()) {
            running.get().stop();
        }
    }
}
