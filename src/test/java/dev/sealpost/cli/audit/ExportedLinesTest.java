package dev.sealpost.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lines of an export")
class ExportedLinesTest {
    private static final String LINES = "{\"export\":{}}\n{\"index\":0,\"outcome\":\"é\"}\n";
    private static final String END =
            "{\"entries\":\"1\",\"sha256\":\"fee27e18f4376b7de42145a44aec8fefd5211b36d175db185ba152c034f86606\",\"signature\":{\"value\":\"MEQ=\"}}\n";

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void areAllButTheLast() throws IOException {
        assertThat(copied(LINES + END)).isPresent();
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo(LINES);
    }

    @Test
    void areNotTakenWhenTheyBreakOffAnywhere() {
        String whole = (LINES + END).strip();
        assertThat(IntStream.range(0, whole.length()))
                .allSatisfy(
                        length -> assertThat(copied(whole.substring(0, length))).isEmpty());
    }

    @Test
    void areNotTakenWhenOneWasChangedOnItsWay() throws IOException {
        assertThat(copied(LINES.replace("\"index\":0", "\"index\":1") + END)).isEmpty();
    }

    @Test
    void areNotTakenWithAProblemAtTheirEnd() throws IOException {
        assertThat(copied(LINES + "{\"type\":\"urn:sealpost:problem:unexpected\"}"))
                .isEmpty();
    }

    private Optional<JsonNode> copied(String export) throws IOException {
        file.reset();
        return ExportedLines.copy(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), file);
    }
}
