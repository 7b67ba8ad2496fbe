package dev.sealpost.bench;

import dev.sealpost.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The broker and PostgreSQL that all contenders share. */
final class Servers implements AutoCloseable {

    static final String PASSWORD = "not-a-secret";
    private static final String USER = "postgres";

    private final Path directory;
    private final ChildJvm process;
    private final int kafkaPort = FreePort.next();
    private final int postgresPort = FreePort.next();

    private Servers(Path directory) {
        this.directory = directory;
        List<String> arguments =
                List.of(directory.toString(), Integer.toString(kafkaPort), Integer.toString(postgresPort));
        this.process = ChildJvm.start(directory, "servers", List.of("-Xmx1g"), ServersProcess.class, arguments);
    }

    static Servers start(Path directory) {
        Servers servers = new Servers(directory);
        servers.process.awaitLine("ready");
        return servers;
    }

    String brokers() {
        return "127.0.0.1:" + kafkaPort;
    }

    Database database(String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + name, USER, PASSWORD);
    }

    Database emptyDatabase(String name) {
        return create(name, "");
    }

    Database copy(String template, String name) {
        return create(name, " TEMPLATE " + template);
    }

    private Database admin() {
        return database("postgres");
    }

    void drop(String name) {
        admin().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private Database create(String name, String how) {
        drop(name);
        admin().execute("CREATE DATABASE " + name + how);
        admin().execute("CHECKPOINT");
        return database(name);
    }

    long commits(String database) {
        return Long.parseLong(
                admin().text("SELECT xact_commit FROM pg_stat_database WHERE datname = '" + database + "'"));
    }

    long brokerCpu() {
        return CpuTime.of(process.pid());
    }

    long postgresCpu() {
        return CpuTime.ofFamily(postmaster());
    }

    private long postmaster() {
        String directory = admin().text("SHOW data_directory");
        try {
            return Long.parseLong(Files.readAllLines(Path.of(directory, "postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the logs; a run's topics and tables take gigabytes. */
    @Override
    public void close() {
        process.close();
        for (String data : List.of(ServersProcess.KAFKA, ServersProcess.POSTGRES)) {
            try {
                FileSystemUtils.deleteRecursively(directory.resolve(data));
            } catch (IOException e) {
                Console.print("%s was not deleted: %s", directory.resolve(data), e.getClass().getName());
            }
        }
    }
}
