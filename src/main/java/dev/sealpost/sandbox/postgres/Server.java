package dev.sealpost.sandbox.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;

/** How the sandbox's PostgreSQL is set up and launched; also as root, through a user namespace. */
final class Server {
    private static final Duration START = Duration.ofSeconds(60);

    /** Durable; small; no socket in /tmp; and no value of a row or parameter in the log. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("jit", "off"));

    private Server() {}

    static EmbeddedPostgres start(DataDirectory directory, int port, String password) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setOutputRedirector(Redirect.appendTo(directory.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(directory.log().toFile()));
        SETTINGS.forEach(builder::setServerConfig);
        return start(builder, directory);
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, DataDirectory directory)
            throws IOException {
        try {
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new IOException("PostgreSQL did not start; its log is " + directory.log(), e);
        }
    }
}
