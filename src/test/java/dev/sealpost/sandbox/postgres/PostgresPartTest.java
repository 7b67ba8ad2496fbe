package dev.sealpost.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.net.PortTaken;
import dev.sealpost.testing.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The sandbox's PostgreSQL")
@TestMethodOrder(OrderAnnotation.class)
class PostgresPartTest {
    static final String PASSWORD = "it's a secret";

    /** One cluster for all tests: each leaves it stopped, as a user's sandbox between two runs. */
    @TempDir
    static Path directory;

    @Test
    @Order(1)
    void writesThroughToTheDiskAndAsksForThePassword() throws Exception {
        try (var postgres = PostgresPart.start(directory, anyPort(), PASSWORD)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "server_version")).startsWith("17.");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
        assertThat(server()).isEmpty();
    }

    @Test
    @Order(2)
    void isAdoptedWithItsDataAfterItsJvmWasKilled() throws Exception {
        long pid;
        try (var child = ChildJvm.start(directory, KilledOwner.class.getName(), directory.toString(), PASSWORD)) {
            child.awaitOutput("committed");
            child.kill();
            pid = server().orElseThrow().process().pid();
        }
        try (var postgres = PostgresPart.start(directory, anyPort(), PASSWORD)) {
            assertThat(postgres.adopted()).isTrue();
            assertThat(server().orElseThrow().process().pid()).isEqualTo(pid);
            assertThat(query(postgres, "SELECT note FROM kept")).isEqualTo("committed");
        }
        assertThat(server()).isEmpty();
    }

    @Test
    @Order(3)
    void startsAlthoughACrashLeftTheNumberOfAProcessThatIsAnotherNow() throws Exception {
        Path pidFile = Postmaster.pidFile(directory.toRealPath().resolve("data"));
        Files.writeString(
                pidFile, "%d%n%s%n0%n5432%n".formatted(ProcessHandle.current().pid(), directory));
        try (var postgres = PostgresPart.start(directory, anyPort(), PASSWORD)) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(query(postgres, "SELECT note FROM kept")).isEqualTo("committed");
        }
    }

    @Test
    @Order(4)
    void beginsAnewWhereTheVeryFirstStartWasCutShort() throws Exception {
        Path unfinished = directory.resolve("unfinished");
        Files.createDirectories(unfinished.resolve("data"));
        Files.writeString(unfinished.resolve("data").resolve("postgresql.conf"), "");
        try (var postgres = PostgresPart.start(unfinished, anyPort(), PASSWORD)) {
            assertThat(query(postgres, "SELECT current_database()")).isEqualTo("sealpost");
        }
    }

    @Test
    @Order(5)
    void namesTheSettingOfATakenPort() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = new LoopbackPort("sealpost.sandbox.postgres-port", other.getLocalPort());
            assertThatThrownBy(() -> PostgresPart.start(directory, taken, PASSWORD))
                    .isInstanceOf(PortTaken.class)
                    .hasMessage(
                            "Port %d on 127.0.0.1 is taken by another process: set sealpost.sandbox.postgres-port to"
                                    + " a free port, or stop what listens there",
                            other.getLocalPort());
        }
    }

    private static java.util.Optional<Postmaster> server() throws IOException {
        return Postmaster.runningOn(directory.toRealPath().resolve("data"));
    }

    private static LoopbackPort anyPort() {
        return new LoopbackPort("the test's port", 0);
    }

    private static String setting(PostgresPart postgres, String name) throws SQLException {
        return query(postgres, "SHOW " + name);
    }

    static String query(PostgresPart postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    static Connection connect(PostgresPart postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** Starts the server, commits a row and waits to be killed. */
    static final class KilledOwner {
        public static void main(String[] args) throws Exception {
            var postgres = PostgresPart.start(Path.of(args[0]), anyPort(), args[1]);
            try (Connection connection = connect(postgres);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 'committed' AS note");
            }
            System.out.println("committed");
            Thread.currentThread().join();
        }
    }
}
