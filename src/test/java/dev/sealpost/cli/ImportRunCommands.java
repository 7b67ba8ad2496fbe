package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How an import goes on: in chunks, and where a killed one ended. */
abstract class ImportRunCommands extends CsvCommands {
    /** A second or two of work, so that a kill after the first chunk comes before the last one. */
    private static final int MANY = 20_000;

    @Test
    void recordsAChunkInAConstantNumberOfStatementsAndOneTransaction() throws IOException {
        Path few = csv("few", IntStream.range(300, 350).mapToObj(this::granted).toArray(String[]::new));
        Path many =
                csv("many", IntStream.range(400, 900).mapToObj(this::granted).toArray(String[]::new));
        int forFifty = statements(few);
        assertThat(statements(many)).isLessThanOrEqualTo(forFifty + 2).isLessThan(25);
    }

    @Test
    void goesOnWhereAKilledRunEnded() throws Exception {
        Path file = csv(
                "killed",
                IntStream.range(10_000, 10_000 + MANY).mapToObj(this::granted).toArray(String[]::new));
        try (ChildJvm run = ChildJvm.startProduct(
                directory,
                "dev.sealpost.Sealpost",
                "consent",
                "import",
                file.toString(),
                "--url",
                "http://127.0.0.1:" + port,
                "--key-file",
                shell.keyFile().toString())) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> recorded("10499"));
            run.kill();
        }
        JsonNode rest = shell.run("consent", "import", file.toString(), "--json")
                .succeeded()
                .json();
        assertThat(rest.path("rows").asInt()).isEqualTo(MANY);
        assertThat(rest.path("unchanged").asInt())
                .isBetween(500, MANY - 1)
                .isEqualTo(MANY - rest.path("recorded").asInt());
    }

    private int statements(Path file) {
        statements.reset();
        shell.run("consent", "import", file.toString()).succeeded();
        assertThat(statements.commits()).isEqualTo(1);
        return statements.executed();
    }

    private boolean recorded(String number) {
        return !standing("+3519120" + number).path("history").isEmpty();
    }
}
