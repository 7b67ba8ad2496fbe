package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Accepted;
import dev.sealpost.delivery.DeliveryOutcome.Uncertain;
import dev.sealpost.subject.Recipient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

    private static final Path FIXTURES = Path.of("../shared/fixtures/whatsapp/responses/restfb");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private final AnswerReader answers = new AnswerReader(CLOCK);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "99999999999999999999 | PT24H",
                "Tue, 24 Nov 2026 12:00:30 GMT | PT30S",
                "Tue, 24 Nov 2026 11:00:00 GMT | PT0S",
                "Tue, 24 Nov 2099 12:00:00 GMT | PT24H",
                "-5 |",
                "soon |",
                "Tue, 31 Feb 2026 12:00:00 GMT |"
            })
    void retryAfterIsSecondsOrADateAndBounded(String header, Duration wait) {
        var answer = new Answer(400, Optional.of("{\"error\":{\"code\":4}}".getBytes(UTF_8)), Optional.of(header));

        assertThat(answers.read(answer)).isEqualTo(CloudApiErrors.find(4).refusal(wait));
    }

    @Test
    void aLongerWaitThanTheTablesIsHonoured() {
        var answer = new Answer(400, Optional.of("{\"error\":{\"code\":132015}}".getBytes(UTF_8)), Optional.of("7200"));

        assertThat(answers.read(answer)).isEqualTo(CloudApiErrors.find(132015).refusal(Duration.ofHours(2)));
    }

    @Test
    void aCodeMayComeAsText() {
        assertThat(read(400, "{\"error\":{\"code\":\"190\"}}"))
                .isEqualTo(CloudApiErrors.find(190).refusal(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"boom\"}",
                "{\"error\":{\"code\":1e99}}",
                "{\"error\":{\"code\":99999999999}}",
                "{\"error\":{\"code\":null}}",
                "{\"messages\":{\"id\":\"wamid.1\"}}",
                "{\"messages\":[{\"id\":7}]}",
                "{\"messages\":[{\"id\":\"\"}]}",
                "{\"messages\":[{\"id\":\"a\\u0000b\"}]}"
            })
    void anOddSuccessIsUncertain(String body) {
        assertThat(read(200, body)).isInstanceOf(Uncertain.class);
    }

    @Test
    void heldForQualityIsAcceptedLikeAnyOther() {
        String held = "{\"messages\":[{\"id\":\"wamid.2\",\"message_status\":\"held_for_quality_assessment\"}]}";

        assertThat(read(200, held)).isEqualTo(new Accepted("wamid.2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'input': '+55 11 98111-2222', 'wa_id': '551181112222'} | +551181112222",
                "{'input': '+351912345678', 'wa_id': '351912345678', 'user_id': 'PT.1'} | PT.1",
                "{'input': 'PT.1', 'user_id': 'PT.1'} | ~~",
                "{'input': '351912345678', 'wa_id': '351912345678'} | ~~",
                "{'wa_id': 'nonsense', 'user_id': 7} | ~~",
                "7 | ~~"
            })
    void anAnswerTellsByWhatElseThePersonIsReached(String contact, String reached) {
        String body = "{'contacts': [" + contact + "], 'messages': [{'id': 'wamid.2'}]}";

        assertThat(read(200, body.replace('\'', '"'))).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(
                        accepted.reached().stream().map(Recipient::text).collect(Collectors.joining(" ")))
                .isEqualTo(reached));
    }

    @Test
    void realAnswersOfOtherClientsAreRead() throws IOException {
        assumeTrue(Files.isDirectory(FIXTURES), () -> FIXTURES + " is not here: its answers are not read");
        List<Path> files;
        try (var all = Files.list(FIXTURES)) {
            files = all.toList();
        }

        assertThat(files).isNotEmpty().allSatisfy(file -> {
            boolean message = file.getFileName().toString().startsWith("message-response");
            assertThat(read(200, Files.readString(file))).isInstanceOf(message ? Accepted.class : Uncertain.class);
        });
    }

    private DeliveryOutcome read(int status, String body) {
        return answers.read(new Answer(status, Optional.of(body.getBytes(UTF_8)), Optional.empty()));
    }
}
