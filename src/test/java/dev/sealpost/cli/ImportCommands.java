package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Consents out of a file, from the command line. */
abstract class ImportCommands extends CsvCommands {

    @Test
    void importsWhatIsRightAndReportsWhatIsNotWithoutShowingIt() throws IOException {
        Path file = csv(
                "awkward",
                granted(1),
                "+351912000002,order-updates,granted,order-updates@1,\"=1+1, \"\"yes\"\"\",2026-11-01T10:00:00Z,form-2,"
                        + "2026-11-01T10:05:00Z,link",
                "=HYPERLINK(\"\"x\"\"),order-updates,granted,order-updates@1,yes,2026-11-01T10:00:00Z,form-3,,",
                "+351912000004,@SUM(1),granted,order-updates@1,yes,2026-11-01T10:00:00Z,form-4,,",
                "+351912000005,order-updates,granted,order-updates@1,yes,01/11/2026,form-5,,",
                "+351912000006,order-updates",
                "+351912000007,order-updates,withdrawn,,,,,,");

        Shell.Result result = shell.run("consent", "import", file.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("7 rows: 3 recorded, 0 unchanged, 4 refused");
        assertThat(result.err()).isEmpty();
        String report = Files.readString(directory.resolve("awkward.csv.rejected.csv"));
        assertThat(report.lines())
                .satisfiesExactly(
                        heading -> assertThat(heading).isEqualTo("row,line,column,reason"),
                        third -> assertThat(third).startsWith("3,4,phone,\"invalid-number: "),
                        fourth -> assertThat(fourth).startsWith("4,5,purpose,\"unknown-purpose: "),
                        fifth -> assertThat(fifth).startsWith("5,6,at,\"invalid-request: must be a time"),
                        sixth -> assertThat(sixth).startsWith("6,7,,malformed: 2 cells; the first row has 9"));
        assertThat(report + result.out()).doesNotContain("91200000", "HYPERLINK", "SUM", "form-", "01/11");
        assertThat(standing("+351912000002")
                        .path("consents")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("granted");
    }

    @Test
    void importsAgainWithoutChangingAnything() throws IOException {
        Path file =
                csv("again", IntStream.range(100, 160).mapToObj(this::granted).toArray(String[]::new));
        assertThat(shell.run("consent", "import", file.toString(), "--json")
                        .succeeded()
                        .json()
                        .path("recorded")
                        .asInt())
                .isEqualTo(60);
        await().until(() -> hub.audit("kind=consent.granted").size() >= 60);
        long entries = hub.audit("kind=consent.granted").size();
        Shell.Result again = shell.run("consent", "import", file.toString()).succeeded();
        assertThat(again.out()).contains("60 rows: 0 recorded, 60 unchanged, 0 refused", "Nothing changed.");
        assertThat(hub.audit("kind=consent.granted")).hasSize((int) entries);
    }

    @Test
    void letsTheLastRowOfTheSamePersonHold() throws IOException {
        Path file = csv("twice", granted(200), "+351912000200,order-updates,withdrawn,,,,,,");
        shell.run("consent", "import", file.toString()).succeeded();
        assertThat(standing("+351912000200")
                        .path("consents")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("withdrawn");
    }

    /** Both were said at the same instant: what was recorded last holds. */
    @Test
    void recordsWhatIsLaterInTheFileLaterThoughChunksGoSideBySide() throws IOException {
        Stream<String> chunk = IntStream.range(15_000, 15_500).mapToObj(this::granted);
        String again = granted(15_000).replace("+3519120", "00351 91 20").replace("order-updates@1", "order-updates@2");

        shell.run(
                        "consent",
                        "import",
                        csv("chunks", Stream.concat(chunk, Stream.of(again)).toArray(String[]::new))
                                .toString())
                .succeeded();

        JsonNode consent = standing("+351912015000").path("consents").path(0);
        assertThat(consent.path("notice").asText()).isEqualTo("order-updates@2");
    }
}
