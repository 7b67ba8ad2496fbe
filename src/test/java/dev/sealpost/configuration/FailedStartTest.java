package dev.sealpost.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("A start that fails though the configuration is right")
class FailedStartTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("server.port", "8080")
            .withProperty("management.server.port", "8081")
            .withProperty(
                    "spring.datasource.url", "jdbc:postgresql://hub:pw-of-test@db.example/sealpost?password=pw-of-test")
            .withProperty("spring.datasource.username", "hub")
            .withProperty("spring.datasource.password", "pw-of-test");

    @ParameterizedTest
    @CsvSource({
        "28P01, 'spring.datasource.username: \"hub\" is refused with its password', Correct spring.datasource.username and spring.datasource.password",
        "3D000, 'spring.datasource.url: \"jdbc:postgresql://db.example/sealpost\" names a database that the server does not have', Create it",
        "57P03, 'spring.datasource.url: \"jdbc:postgresql://db.example/sealpost\" is where no connection is accepted now', Wait until it has started",
        "53300, 'spring.datasource.url: \"jdbc:postgresql://db.example/sealpost\" is where no connection is accepted now', raise its max_connections",
        "08001, 'spring.datasource.url: \"jdbc:postgresql://db.example/sealpost\" is where no database answers', Start PostgreSQL"
    })
    void saysInOneLineHowTheDatabaseRefusedAndNeverThePassword(String state, String line, String action) {
        FailureAnalysis analysis = databaseFailure(new SQLException("pw-of-test", state));
        assertThat(analysis.getDescription()).isEqualTo(line);
        assertThat(analysis.getAction()).contains(action).doesNotContain("pw-of-test");
    }

    @Test
    void recognisesADatabaseThatIsNotThere() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + freePort() + "/sealpost";
        SQLException refused =
                catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url, "hub", "x"));
        assertThat(databaseFailure(refused).getDescription()).contains("is where no database answers");
        assertThat(StartFailure.exitCode(new IllegalStateException("bean", refused)))
                .isEqualTo(3);
    }

    @Test
    void leavesOtherDatabaseErrorsToOthers() {
        SQLException syntax = new SQLException("syntax error", "42601");
        assertThat(databaseFailure(syntax)).isNull();
        assertThat(StartFailure.exitCode(syntax)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"8080, server.port, SERVER_PORT", "8081, management.server.port, MANAGEMENT_SERVER_PORT"})
    void namesTheSettingOfAPortThatIsTaken(int port, String setting, String variable) {
        FailureAnalysis analysis = new PortInUseAnalyzer(environment).analyze(new PortInUseException(port));
        assertThat(analysis.getDescription())
                .isEqualTo(setting + ": \"" + port + "\" is a port that another process listens on");
        assertThat(analysis.getAction())
                .isEqualTo("Stop the other process, or set " + setting + " to a free port (environment variable "
                        + variable + ").");
        assertThat(StartFailure.exitCode(new PortInUseException(port))).isEqualTo(3);
    }

    private FailureAnalysis databaseFailure(SQLException cause) {
        return new DatabaseRefusalAnalyzer(environment).analyze(new IllegalStateException("bean", cause));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
