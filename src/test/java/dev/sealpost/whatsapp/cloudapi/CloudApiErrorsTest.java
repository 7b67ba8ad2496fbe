package dev.sealpost.whatsapp.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.Effect;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudApiErrorsTest {

    private static final Path CONTRACT = Path.of("../shared/whatsapp.md");

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 190 3 10 200 250 299 131005 131045 133000 133005 133006 133008 133009 133010 133015 133016|PAUSE_SENDER",
                "131048 131064|STOP_SENDER",
                "131042 368 131031|STOP_ACCOUNT",
                "130497|STOP_COUNTRY",
                "132015|PAUSE_TEMPLATE",
                "132016|STOP_TEMPLATE"
            })
    void whatStopsMoreThanTheMessagePausesThatAndFailsNothing(String codes, Effect pause) {
        assertThat(outcomes(codes)).allSatisfy((code, outcome) -> assertThat(outcome)
                .isEqualTo(new RetryLater(CloudApiErrors.reason(code), code, null, Scope.PAUSED, Set.of(pause))));
    }

    @Test
    void outagesAreWaitedOutByTheBreakerOfTheSender() {
        assertThat(outcomes("1 2 131000 131016 133004 131057")).allSatisfy((code, outcome) -> assertThat(outcome)
                .isEqualTo(new RetryLater(CloudApiErrors.reason(code), code, null, Scope.SENDER, Set.of())));
    }

    @Test
    void throttlingSlowsTheSender() {
        assertThat(outcomes("4 80007 130429")).allSatisfy((code, outcome) -> assertThat(outcome)
                .isEqualTo(new RetryLater(
                        CloudApiErrors.reason(code), code, null, Scope.SENDER, Set.of(Effect.SLOW_SENDER))));
    }

    @Test
    void thePairLimitDelaysThePerson() {
        assertThat(outcome(131056))
                .isEqualTo(new RetryLater(
                        CloudApiErrors.reason(131056), 131056, null, Scope.PERSON, Set.of(Effect.DELAY_PERSON)));
    }

    @Test
    void theMarketingLimitMeansOnceMoreAfterADay() {
        assertThat(outcome(131049))
                .isEqualTo(new RetryLater(
                        CloudApiErrors.reason(131049),
                        131049,
                        Duration.ofHours(24),
                        Scope.MESSAGE_ONCE,
                        Set.of(Effect.REST_MARKETING)));
    }

    @Test
    void whatNoRepetitionChangesIsFinal() {
        String codes = "130472 131026 131047 131062 33 100 131008 131009 131021 131051 135000 131053";

        assertThat(outcomes(codes)).allSatisfy((code, outcome) -> assertThat(outcome)
                .isEqualTo(new Rejected(CloudApiErrors.reason(code), code, true, Set.of())));
    }

    @Test
    void aTemplateThatDoesNotFitIsStoppedAndItsMessageFinal() {
        assertThat(outcomes("132000 132001 132005 132007 132012")).allSatisfy((code, outcome) -> assertThat(outcome)
                .isEqualTo(new Rejected(CloudApiErrors.reason(code), code, true, Set.of(Effect.STOP_TEMPLATE))));
    }

    @Test
    void whoStoppedMarketingHasWithdrawn() {
        assertThat(outcome(131050))
                .isEqualTo(
                        new Rejected(CloudApiErrors.reason(131050), 131050, true, Set.of(Effect.WITHDRAW_MARKETING)));
    }

    @Test
    void aSenderThatIsNotThereIsNotTheMessagesFault() {
        assertThat(read("{\"error\":{\"code\":100,\"error_subcode\":33}}"))
                .isEqualTo(new RetryLater(
                        Reason.of("sender-unknown", "100 no such phone number id for this token"),
                        100,
                        null,
                        Scope.PAUSED,
                        Set.of(Effect.PAUSE_SENDER)));
    }

    @Test
    void aRefusedProofIsNotTheMessagesFaultAlthoughItsCodeIsThatOfABadRequest() {
        assertThat(
                        read(
                                "{\"error\":{\"code\":100,\"message\":\"Invalid appsecret_proof provided in the API argument\"}}"))
                .isInstanceOfSatisfying(RetryLater.class, later -> {
                    assertThat(later.reason().word()).isEqualTo("proof-refused");
                    assertThat(later.effects()).containsExactly(Effect.PAUSE_SENDER);
                });
    }

    @Test
    void anUndocumentedCodeIsTriedAgainAsOftenAsTheOutboxAllows() {
        assertThat(outcomes("999999 5 131999 -1 131052")).allSatisfy((code, outcome) -> assertThat(outcome)
                .isEqualTo(new RetryLater(CloudApiErrors.reason(code), code, null, Scope.MESSAGE, Set.of())));
        assertThat(CloudApiErrors.reason(999999)).hasToString("unknown-error: 999999 not a documented code");
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

    private Map<Integer, DeliveryOutcome> outcomes(String codes) {
        return Stream.of(codes.split(" "))
                .map(Integer::valueOf)
                .collect(Collectors.toMap(Function.identity(), this::outcome));
    }

    private DeliveryOutcome outcome(int code) {
        return read("{\"error\":{\"code\":%d,\"message\":\"x\"}}".formatted(code));
    }

    private DeliveryOutcome read(String body) {
        return answers.read(new Answer(400, Optional.of(body.getBytes(StandardCharsets.UTF_8)), Optional.empty()));
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
