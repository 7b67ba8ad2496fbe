package dev.sealpost.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.sandbox.net.PortTaken;
import dev.sealpost.testing.ChildJvm;
import dev.sealpost.testing.CloudApiClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("The sandbox's servers")
@TestMethodOrder(OrderAnnotation.class)
class SandboxPartsTest {
    /** One sandbox that goes through its life test by test. */
    @TempDir
    static Path home;

    @Test
    @Order(1)
    void runInAProcessOfTheirOwnAndAHubInTheSameDirectoryUsesThem() throws Exception {
        try (ChildJvm parts = parts().awaitOutput("A hub started in this directory uses them")) {
            RunningParts running = new PartsFile(directory()).running().orElseThrow();
            assertThat(running.pid()).isEqualTo(parts.handle().pid());

            SandboxSession session = SandboxSession.open(settings()).orElseThrow();
            Map<String, Object> hub = session.hubSettings();
            assertThat(hub)
                    .containsEntry("sealpost.kafka.brokers", running.brokers())
                    .containsEntry("sealpost.crm.base-url", running.crm().toString());
            assertThat(hub.get("sealpost.access.bootstrap-key").toString()).matches("sp_[A-Za-z0-9_-]{43}");
            assertThat(databaseAnswers(hub)).isTrue();
            session.close();

            assertThat(phone(running).messages()).isEmpty();
            parts.kill();
        }
    }

    @Test
    @Order(2)
    void areStartedByTheHubAfterTheirProcessWasKilledAndStopWithIt() throws Exception {
        assertThat(new PartsFile(directory()).running()).isEmpty();

        SandboxSession session = SandboxSession.open(settings()).orElseThrow();
        RunningParts running = new PartsFile(directory()).running().orElseThrow();
        assertThat(running.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(databaseAnswers(session.hubSettings())).isTrue();

        assertThatThrownBy(() -> SandboxParts.start(settings())).isInstanceOf(DirectoryInUse.class);
        assertThatThrownBy(() -> SandboxSession.open(settings("fresh", "true")))
                .isInstanceOf(DirectoryInUse.class)
                .hasMessageContaining(directory().toString());
        session.close();
        assertThat(new PartsFile(directory()).running()).isEmpty();
        assertThatThrownBy(() -> databaseAnswers(session.hubSettings())).hasMessageContaining("refused");
    }

    @Test
    @Order(3)
    void areTheBusinessOfOtherSettingsIfExternalAndNotRunning() throws Exception {
        assertThat(SandboxSession.open(settings("parts", "external"))).isEmpty();
    }

    @Test
    @Order(4)
    void nameTheSettingOfATakenPortAndNoneKeepsRunning() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(other.getLocalPort());
            for (String port :
                    new String[] {"postgres-port", "kafka-port", "whatsapp-port", "smtp-port", "imap-port", "crm-port"
                    }) {
                assertThatThrownBy(() -> SandboxParts.start(settings(port, taken)))
                        .isInstanceOfSatisfying(
                                PortTaken.class, e -> assertThat(e.setting()).isEqualTo("sealpost.sandbox." + port))
                        .hasMessageContainingAll(taken, "sealpost.sandbox." + port);
            }
        }
        try (SandboxParts parts = SandboxParts.start(settings("fresh", "true"))) {
            assertThat(parts.credentials().isNew()).isTrue();
        }
    }

    @Test
    @Order(5)
    void startOverOnlyInADirectoryThatIsASandboxs() throws Exception {
        Path precious = Files.createDirectories(home.resolve("documents"));
        Files.writeString(precious.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> SandboxParts.start(settings("fresh", "true", "directory", precious.toString())))
                .hasMessageContaining("is not a sandbox's directory");
        assertThat(precious.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void saySettingByNameWhatIsWrongWithACommand() {
        var answer = new StringCommand();
        assertThat(answer.run("--sealpost.sandbox.kafkaport=1")).isEqualTo(2);
        assertThat(answer.err()).contains("sealpost.sandbox.kafkaport", "sealpost.sandbox.kafka-port");
        assertThat(answer.run("--sealpost.sandbox.kafka-port=x")).isEqualTo(2);
        assertThat(answer.err()).contains("sealpost.sandbox.kafka-port");
    }

    private static ChildJvm parts() throws Exception {
        return ChildJvm.startProduct(
                home,
                PartsCommand.class.getName(),
                "--sealpost.sandbox.directory=" + directory(),
                "--sealpost.sandbox.postgres-port=0",
                "--sealpost.sandbox.kafka-port=0",
                "--sealpost.sandbox.whatsapp-port=0",
                "--sealpost.sandbox.smtp-port=0",
                "--sealpost.sandbox.imap-port=0",
                "--sealpost.sandbox.crm-port=0");
    }

    private static Path directory() {
        return home.resolve("sandbox");
    }

    /** Random ports, and these settings besides. */
    private static SandboxSettings settings(String... namesAndValues) {
        var environment = new MockEnvironment()
                .withProperty("sealpost.sandbox.directory", directory().toString())
                .withProperty("sealpost.sandbox.postgres-port", "0")
                .withProperty("sealpost.sandbox.kafka-port", "0")
                .withProperty("sealpost.sandbox.whatsapp-port", "0")
                .withProperty("sealpost.sandbox.smtp-port", "0")
                .withProperty("sealpost.sandbox.imap-port", "0")
                .withProperty("sealpost.sandbox.crm-port", "0");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.setProperty("sealpost.sandbox." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return SandboxSettings.of(environment);
    }

    private static CloudApiClient phone(RunningParts parts) {
        return new CloudApiClient(parts.cloudApi());
    }

    private static boolean databaseAnswers(Map<String, Object> hub) throws Exception {
        try (var connection = DriverManager.getConnection(
                text(hub, "spring.datasource.url"),
                text(hub, "spring.datasource.username"),
                text(hub, "spring.datasource.password"))) {
            return connection.isValid(5);
        }
    }

    private static String text(Map<String, Object> settings, String name) {
        return Optional.ofNullable(settings.get(name)).orElseThrow().toString();
    }
}
