package dev.sealpost.whatsapp.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudApiErrorsTest {

    private static final Path CONTRACT = Path.of("../shared/whatsapp.md");

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(ints = {0, 190, 3, 10, 200, 250, 299, 131005})
    void tokenAndPermissionErrorsFailNothing(int code) {
        assertThat(outcome(code)).isEqualTo(new RetryLater(CloudApiErrors.reason(code), null, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 80007, 130429, 131048, 131064, 131042, 368, 131031})
    void limitsAndLocksOfTheSenderHoldEverythingBack(int code) {
        assertThat(outcome(code)).isEqualTo(new RetryLater(CloudApiErrors.reason(code), null, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 131000, 131016, 133004, 131057})
    void outagesHoldEverythingBack(int code) {
        assertThat(outcome(code)).isEqualTo(new RetryLater(CloudApiErrors.reason(code), null, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {131045, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016})
    void aNumberThatIsNotRegisteredHoldsEverythingBack(int code) {
        assertThat(outcome(code)).isEqualTo(new RetryLater(CloudApiErrors.reason(code), null, true));
    }

    @ParameterizedTest
    @CsvSource({"131056,", "131049, PT24H", "132015, PT1H"})
    void limitsOfAPersonOrATemplateDelayThatMessageOnly(int code, Duration wait) {
        assertThat(outcome(code)).isEqualTo(new RetryLater(CloudApiErrors.reason(code), wait, false));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                131050, 130472, 131026, 131047, 131062, 33, 100, 131008, 131009, 131021, 131051, 135000, 131052, 131053,
                130497, 132000, 132001, 132005, 132007, 132012, 132016
            })
    void whatNoRepetitionChangesIsFinal(int code) {
        assertThat(outcome(code)).isEqualTo(Rejected.byChannel(CloudApiErrors.reason(code)));
    }

    @ParameterizedTest
    @ValueSource(ints = {999999, 5, 131999, -1})
    void anUndocumentedCodeIsTriedAgainAsOftenAsTheOutboxAllows(int code) {
        assertThat(outcome(code)).isEqualTo(new RetryLater(CloudApiErrors.reason(code), null, false));
        assertThat(CloudApiErrors.reason(code)).hasToString("unknown-error: %d not a documented code".formatted(code));
    }

    @Test
    void theReasonIsTheCodeAndTheHubsOwnWords() {
        assertThat(CloudApiErrors.reason(131026)).hasToString("undeliverable: 131026 message undeliverable");
    }

    @Test
    void everyCodeOfTheContractIsInTheTable() throws IOException {
        assumeTrue(Files.exists(CONTRACT), () -> CONTRACT + " is not here: the contract's rows are not compared");
        String errors = Files.readString(CONTRACT).split("\\| codes \\|")[1].split("\\| any other \\|")[0];
        var codes = errors.lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> codes(line.split("\\|")[1]))
                .toList();

        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(codes)
                .allSatisfy(code -> assertThat(CloudApiErrors.find(code).word()).isNotEqualTo("unknown-error"));
    }

    private DeliveryOutcome outcome(int code) {
        byte[] body =
                "{\"error\":{\"code\":%d,\"message\":\"x\"}}".formatted(code).getBytes();
        return answers.read(new Answer(400, Optional.of(body), Optional.empty()));
    }

    /** {@code 133005/6/8/9} stands for four codes; HTTP statuses in parentheses for none. */
    private static Stream<Integer> codes(String cell) {
        return Pattern.compile("\\d+")
                .matcher(cell.replaceAll("\\(\\d+\\)", "").replace("133005/6/8/9", "133005 133006 133008 133009"))
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf);
    }
}
