package dev.sealpost.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.Sealpost;
import dev.sealpost.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The run that a newcomer sees: the real main class, embedded servers, on other ports than the designed ones. */
@DisplayName("Somebody who runs the hub for the first time")
@TestMethodOrder(OrderAnnotation.class)
class FirstRunTest {
    @TempDir
    static Path directory;

    static ChildJvm hub;

    @BeforeAll
    static void start() throws IOException {
        hub = run();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void readsWhereEverythingIsAndWhatBecameOfEachEventOfTheDemo() {
        hub.awaitOutput("That was the demo");
        assertThat(hub.output())
                .contains("Sealpost is up, in its sandbox", "API key", "sp_", "credentials", "Try next:");

        assertThat(story(1))
                .contains("READ", "Hello Ana, your order A-1001 is on its way")
                .contains("kept     orderId, customer.name (its first word), trackingUrl")
                .contains("dropped  customer.phone, customer.email, customer.birthDate, carrier, items, total");
        assertThat(story(2)).contains("DUPLICATE", "no field of the event left the hub");
        assertThat(story(3)).contains("REFUSED", "no-consent", "PUT /api/consents");
        assertThat(story(4)).contains("REFUSED", "withdrawn");
        assertThat(story(5)).contains("REFUSED", "invalid-number");
        assertThat(story(6)).contains("FAILED", "131026");
        assertThat(story(7)).contains("DEAD-LETTER", "malformed");
        assertThat(story(8))
                .contains("READ", "“Your clinic has news for you.")
                .contains("kept     nothing", "dropped  appointmentId, phone, date, time, doctor, reason");
        assertThat(story(9)).contains("Fabio", "REQUESTED", "no field of the event left the hub");
    }

    @Test
    @Order(2)
    void isNotShownTheDemoNorTheSecretsAgainAlsoAfterAKill() throws Exception {
        hub.kill();
        hub = run().awaitOutput("The demo was sent before");
        assertThat(hub.output()).contains("Sealpost is up").doesNotContain("sp_");
    }

    @Test
    @Order(3)
    void stopsItAndNothingStaysBehind() throws Exception {
        List<ProcessHandle> children = hub.handle().descendants().toList();
        hub.terminate();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(command -> command.contains("postgres -D " + directory));
    }

    private static ChildJvm run() throws IOException {
        String[] settings = {
            "--server.port=0",
            "--management.server.port=0",
            "--sealpost.config-directory=" + Path.of("config").toAbsolutePath(),
            "--sealpost.routes-directory=" + Path.of("routes").toAbsolutePath(),
            "--spring.config.location=optional:classpath:/,file:"
                    + Path.of("config").toAbsolutePath() + "/",
            "--sealpost.sandbox.postgres-port=0",
            "--sealpost.sandbox.kafka-port=0",
            "--sealpost.sandbox.whatsapp-port=0",
            "--sealpost.sandbox.smtp-port=0",
            "--sealpost.sandbox.imap-port=0",
            "--sealpost.sandbox.crm-port=0"
        };
        return ChildJvm.startProduct(directory, Sealpost.class.getName(), settings);
    }

    /** What was printed about the story of this number. */
    private static String story(int number) {
        List<String> lines = hub.output().lines().toList();
        int title = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("  " + number + "  "))
                .findFirst()
                .orElseThrow());
        return String.join("\n", lines.subList(title, Math.min(lines.size(), title + 9)))
                .split("\n\n")[0];
    }
}
