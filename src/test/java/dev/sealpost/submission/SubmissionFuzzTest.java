package dev.sealpost.submission;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.access.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whatever is posted is read or refused; what is read is what another parser reads. */
class SubmissionFuzzTest {

    private static final int LONGEST = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SubmissionReader reader = new SubmissionReader();

    @FuzzTest(maxDuration = "1m")
    void anyBody(byte[] body) throws IOException {
        if (reader.read(body) instanceof Reading.Read read) {
            check(read.submission(), JSON.readTree(body));
        }
    }

    @FuzzTest(maxDuration = "1m")
    void anyEventInABody(FuzzedDataProvider data) throws IOException {
        byte[] body =
                ("{\"event\":" + data.consumeRemainingAsString() + ",\"flow\":\"a\"}").getBytes(StandardCharsets.UTF_8);
        if (reader.read(body) instanceof Reading.Read read) {
            check(read.submission(), JSON.readTree(body));
        }
    }

    @FuzzTest(maxDuration = "1m")
    void anyLines(byte[] body) throws IOException {
        LineReader lines = new LineReader(new ByteArrayInputStream(body), LONGEST);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            tooLong |= line.tooLong();
            whole.write(line.bytes());
            require(line.bytes().length <= LONGEST + 1, "A line is longer than was allowed");
        }
        require(tooLong || withoutEnds(body).equals(withoutEnds(whole.toByteArray())), "Lines lost or gained bytes");
    }

    @FuzzTest(maxDuration = "1m")
    void anyIdempotencyKey(FuzzedDataProvider data) {
        Caller caller = new Caller(new UUID(0, 0), Set.of(), Set.of());
        IdempotencyKey.of(caller, List.of(data.consumeRemainingAsString()))
                .ifPresent(key -> require(
                        !key.value().isEmpty() && key.value().chars().allMatch(c -> c >= ' ' && c <= '~'),
                        "A key is not printable ASCII"));
    }

    private static void check(Submission submission, JsonNode body) throws IOException {
        require(body.path("flow").asText().equals(submission.flow()), "The flow is another one");
        require(body.path("event").equals(JSON.readTree(submission.event())), "The event is another one");
    }

    private static String withoutEnds(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
