package dev.sealpost.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.cli.flows.FlowsRunCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("A dry run")
class DryRunTest {

    private static final String ORDER =
            """
            {"orderId":"A-1001","customer":{"name":"Ana Souza","phone":"+351912345678","email":"ana@example.org"},
             "trackingUrl":"https://track.example/A-1001","items":[{"sku":"S1","qty":2}]}""";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private int exitCode;

    @Test
    void showsEachStateOfTheSample() throws IOException {
        JsonNode report = json("order-shipped", ORDER);

        assertThat(exitCode).isZero();
        assertThat(report.path("outcome").asText()).isEqualTo("queued");
        assertThat(report.at("/received/fields/$.items[0].sku").asText()).isEqualTo("S1");
        assertThat(report.at("/consented/purpose").asText()).isEqualTo("order-updates");
        assertThat(report.at("/minimised/kept/0/name").asText()).isEqualTo("orderNumber");
        assertThat(report.at("/minimised/transformed/0/before").asText()).isEqualTo("Ana Souza");
        assertThat(report.at("/minimised/transformed/0/after").asText()).isEqualTo("Ana");
        assertThat(report.at("/minimised/dropped"))
                .extracting(JsonNode::asText)
                .containsExactly("$.customer.phone", "$.customer.email", "$.items[0].sku", "$.items[0].qty");
        assertThat(report.at("/sealed/bytes").asInt()).isGreaterThan(100);
        assertThat(report.at("/request/to").asText()).isEqualTo("351912345678");
        assertThat(report.at("/request/template/components/0/parameters"))
                .extracting(parameter -> parameter.path("text").asText())
                .containsExactly("Ana", "A-1001", "https://track.example/A-1001");
    }

    @Test
    void showsAtWhichStepAndWhyASampleIsRefused() throws IOException {
        assertThat(run("order-shipped", ORDER, "--consent=none"))
                .contains("This event would be refused at require-consent: no-consent")
                .doesNotContain("minimised");
        assertThat(exitCode).isEqualTo(1);
        assertThat(run("order-shipped", ORDER, "--consent=withdrawn"))
                .contains("This event would be refused at require-consent: withdrawn");
        assertThat(run("order-shipped", ORDER.replace("+351912345678", "12")))
                .contains("This event would be refused at receive: invalid-number");
        assertThat(run("order-shipped", ORDER.replace("trackingUrl", "link")))
                .contains("This event would be refused at minimise: not-minimisable");
        assertThat(run("order-shipped", "{")).contains("This event would be set-aside at receive: malformed");
    }

    @Test
    void showsThatNothingOfHealthDataLeaves() throws IOException {
        JsonNode report = json(
                "appointment-reminder",
                """
                {"appointmentId":"77","phone":"+351912345678","date":"2026-12-01","doctor":"Dr. X","reason":"y"}""");

        assertThat(exitCode).isZero();
        assertThat(report.at("/minimised/kept")).isEmpty();
        assertThat(report.at("/minimised/dropped")).hasSize(5);
        assertThat(report.at("/request/template/components").isMissingNode()).isTrue();
    }

    @Test
    void runsAFlowOfTheJavaDsl() throws IOException {
        JsonNode report =
                json("sign-in-code", "{\"requestId\":\"r1\",\"phone\":\"+351912345678\",\"code\":\"123456\"}");

        assertThat(report.path("outcome").asText()).as("%s", report).isEqualTo("queued");
        assertThat(report.at("/request/template/name").asText()).isEqualTo("sign_in_code");
    }

    private JsonNode json(String flow, String event) throws IOException {
        return new ObjectMapper().readTree(run(flow, event, "--json"));
    }

    private String run(String flow, String event, String... options) throws IOException {
        out.getBuffer().setLength(0);
        Path file = Files.writeString(directory.resolve("event.json"), event);
        List<String> arguments = new ArrayList<>(List.of(flow, "--event=" + file));
        arguments.addAll(List.of(options));
        exitCode = new CommandLine(new FlowsRunCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        return out.toString();
    }
}
