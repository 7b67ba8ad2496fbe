package dev.sealpost.cli.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

@DisplayName("Before a flow is run dry, the routes directory is checked:")
class RunCheckTest {

    private static final String ORDER =
            "{\"orderId\":\"A-1\",\"customer\":{\"name\":\"Ana Souza\",\"phone\":\"+351912345678\"},\"trackingUrl\":\"https://t.example/1\"}";
    private static final String SHIPPED = "flows/order-shipped.camel.yaml";
    private static final String REMINDER = "flows/appointment-reminder.camel.yaml";
    private static final String SEAL = "        - to: kamelet:seal\n";
    private static final String SENT = "This event would be queued and sent.";

    @TempDir
    private Path directory;

    private Path routes;
    private int exitCode;

    @BeforeEach
    void copyRoutes() throws IOException {
        routes = directory.resolve("my routes");
        FileSystemUtils.copyRecursively(Path.of("routes"), routes);
    }

    @Test
    void aFlowWithAFindingIsNotRun() throws IOException {
        replace(SHIPPED, SEAL, "");
        assertThat(run("order-shipped"))
                .contains("missing-step: seal is missing", "1 finding: the hub would not start.")
                .doesNotContain("received as");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void aPolicyWithAFindingLetsNoFlowRun() throws IOException {
        replace("policies/deliver-with-retry.camel.yaml", "kamelet:dead-letter", "file:/tmp/kept");
        assertThat(run("order-shipped"))
                .contains("deliver-with-retry.camel.yaml:", "policy-")
                .doesNotContain("received as");
        assertThat(exitCode).isEqualTo(1);
        assertThat(run("sign-in-code")).contains("policy-");
    }

    @Test
    void aKameletWithAFindingLetsNoFlowRun() throws IOException {
        replace("kamelets/minimise.kamelet.yaml", "dev.sealpost.routing.Minimise", "org.example.Keep");
        assertThat(run("order-shipped"))
                .contains("minimise.kamelet.yaml:", " kamelet: ")
                .doesNotContain("received as");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void aFindingOfAnotherFlowIsInNobodysWayButSaid() throws IOException {
        replace(REMINDER, SEAL, "");
        assertThat(run("order-shipped"))
                .contains(SENT, "Other flows have findings, with which the hub does not start: see flows check.");
        assertThat(exitCode).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsInTheWayOnlyOfTheFlowItMayHold() throws IOException {
        replace(REMINDER, "    id:", "\tid:");
        assertThat(run("order-shipped")).contains(SENT, "Other flows have findings");
        assertThat(exitCode).isZero();
        assertThat(run("appointment-reminder")).contains("appointment-reminder.camel.yaml:2", "tab");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void anIdThatTwoFilesHaveIsNotRun() throws IOException {
        Files.copy(routes.resolve(SHIPPED), routes.resolve("flows/copy.camel.yaml"));
        assertThat(run("order-shipped")).contains("duplicate-id");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void anIdThatIsNotThereIsAnsweredWithTheNearest() {
        assertThat(run("order-shiped")).contains("There is no flow with the id", "did you mean \"order-shipped\"?");
        assertThat(exitCode).isEqualTo(2);
        assertThat(run("nothing-like-it")).contains("there are appointment-reminder, crm-opt-in, order-shipped");
    }

    @Test
    void anyOtherDirectoryIsNoRoutesDirectory() {
        routes = routes.resolve("flows");
        assertThat(run("order-shipped")).contains("is no routes directory: there is no folder flows in it");
        assertThat(exitCode).isEqualTo(2);
    }

    private void replace(String file, String text, String other) throws IOException {
        String before = Files.readString(routes.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(routes.resolve(file), before.replace(text, other));
    }

    private String run(String flow, String... options) {
        StringWriter out = new StringWriter();
        try {
            Path event = Files.writeString(directory.resolve("event.json"), ORDER);
            Stream<String> arguments = Stream.of(flow, "--event=" + event, "--routes=" + routes);
            exitCode = new CommandLine(new FlowsRunCommand())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(out, true))
                    .execute(Stream.concat(arguments, List.of(options).stream()).toArray(String[]::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }
}
