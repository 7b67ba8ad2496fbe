package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerReaderFuzzTest {

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());

    @MethodSource("brokenAnswers")
    @FuzzTest(maxDuration = "10s")
    void anyAnswerHasAnOutcome(byte[] input) {
        read(input);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "test.fuzz.runs",
            matches = "\\d+",
            disabledReason = "the long form, in the profile campaign")
    void aMillionBrokenAnswersHaveAnOutcome() {
        brokenAnswers(Integer.getInteger("test.fuzz.runs")).forEach(this::read);
    }

    private void read(byte[] input) {
        int status = 100 + (input.length == 0 ? 0 : (input[0] & 0xff) * 2);
        var answer = new Answer(status, Optional.of(input), Optional.of(new String(input, UTF_8)));

        assertThat(answers.read(answer)).isNotNull();
    }

    static Stream<byte[]> brokenAnswers() {
        return brokenAnswers(200);
    }

    private static Stream<byte[]> brokenAnswers(int count) {
        return Mutations.of(
                count,
                CloudApiStub.ACCEPTED,
                "{\"contacts\":[{\"input\":\"+5511981112222\",\"wa_id\":\"551181112222\",\"user_id\":\"BR.1\"}],"
                        + "\"messages\":[{\"id\":\"wamid.1\"}]}",
                "{\"error\":{\"code\":131026,\"message\":\"x\"}}",
                "120");
    }
}
