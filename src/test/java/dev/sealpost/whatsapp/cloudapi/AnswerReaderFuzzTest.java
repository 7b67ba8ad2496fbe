package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerReaderFuzzTest {

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());

    @MethodSource("brokenAnswers")
    @FuzzTest(maxDuration = "10s")
    void anyAnswerHasAnOutcome(byte[] input) {
        int status = 100 + (input.length == 0 ? 0 : (input[0] & 0xff) * 2);
        var answer = new Answer(status, Optional.of(input), Optional.of(new String(input, UTF_8)));

        assertThat(answers.read(answer)).isNotNull();
    }

    static Stream<byte[]> brokenAnswers() {
        return Mutations.of(200, CloudApiStub.ACCEPTED, "{\"error\":{\"code\":131026,\"message\":\"x\"}}", "120");
    }
}
