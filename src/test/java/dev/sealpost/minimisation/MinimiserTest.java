package dev.sealpost.minimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sealpost.consent.DataClass;
import dev.sealpost.minimisation.MinimisationDecision.Minimised;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Minimising")
class MinimiserTest {

    private static final String SHIPPED =
            """
            {"orderId":"A-1001","customer":{"name":"Ana Souza","phone":"+351912345678","email":"ana@example.org",
            "birthDate":"1990-02-03"},"carrier":"DHL","trackingUrl":"https://track.example/A-1001",
            "items":[{"sku":"S1","qty":2}],"total":59.90}""";

    private final Bench bench = new Bench();

    @Nested
    @DisplayName("an order event with the shipped profile")
    class Shipped {

        @Test
        void letsFirstNameOrderNumberAndTrackingLinkLeaveAndNothingElse() {
            MinimisedMessage message = minimised(bench.shipped(SHIPPED));
            assertThat(message.fields())
                    .containsExactly(
                            Map.entry("firstName", "Ana"),
                            Map.entry("orderNumber", "A-1001"),
                            Map.entry("trackingLink", "https://track.example/A-1001"));
        }

        @Test
        void countsWhatWasDropped() {
            assertThat(minimised(bench.shipped(SHIPPED)).dropped()).isEqualTo(7);
            assertThat(bench.meters
                            .counter("sealpost.minimisation.dropped", "profile", "order-shipped")
                            .count())
                    .isEqualTo(7);
        }

        @Test
        void printsNoneOfIt() {
            assertThat(minimised(bench.shipped(SHIPPED))).asString().doesNotContain("Ana", "A-1001");
        }
    }

    @ParameterizedTest(name = "{0} of {1} leaves as {2}")
    @MethodSource("transforms")
    void letsAFieldLeaveAsItsTransformSays(String rule, String json, String leaving) {
        assertThat(minimised(bench.one(rule, json)).fields()).containsExactly(Map.entry("field", leaving));
    }

    static Stream<Arguments> transforms() {
        return Stream.of(
                arguments("keep", "\"A-1001\"", "A-1001"),
                arguments("keep", "\"  padded\\tand\\r\\nbroken \\u0000 \"", "padded and broken"),
                arguments("keep", "\"six      spaces\"", "six spaces"),
                arguments("keep", "\"a\\u2028b\\u2029c\\u0085d\\u00a0e\"", "a b c d e"),
                arguments("keep", "\"\\u202egpj.exe\\u202c\"", "gpj.exe"),
                arguments("keep", "\"half \\ud83d pair\"", "half \ufffd pair"),
                arguments("keep", "\"👩‍👧 مریم‌ها\"", "👩‍👧 مریم‌ها"),
                arguments("keep", "\"${env:HOME} {{x}} #{7*7}\"", "${env:HOME} {{x}} #{7*7}"),
                arguments("first-word", "\"Ana Souza\"", "Ana"),
                arguments("first-word", "\"Ana\"", "Ana"),
                arguments("first-word", "\"\\u00a0 \\tAna\\u00a0Souza\"", "Ana"),
                arguments("first-word", "\"Ana\\nSouza\"", "Ana"),
                arguments("first-word", "\"张 伟\"", "张"),
                arguments("first-word", "\"Ana\\u3000Souza\"", "Ana"),
                arguments("mask", "\"PT50000201231234567890154\"", "****0154"),
                arguments("mask", "\"1234567\"", "****"),
                arguments("mask", "\"🙂🙂🙂🙂🙃🙃🙃🙃\"", "****🙃🙃🙃🙃"),
                arguments("truncate, length: 3", "\"🙂🙃🙂🙃\"", "🙂🙃🙂"),
                arguments("truncate, length: 4", "\"Ana Souza\"", "Ana"),
                arguments("truncate, length: 9", "\"Ana Souza\"", "Ana Souza"),
                arguments("generalise, to: month", "\"1990-02-03\"", "1990-02"),
                arguments("generalise, to: month", "\"2024-02-29T10:00:00.5+01:00\"", "2024-02"),
                arguments("generalise, to: year", "\"1990-02-03T23:59:59Z\"", "1990"),
                arguments("generalise, to: prefix-4", "\"1200-195\"", "1200"),
                arguments("pseudonymise", "\"A-1001\"", "70736575646f6e796d3a"),
                arguments("keep, type: number", "59.90", "59.90"),
                arguments("keep, type: number", "1e3", "1000"),
                arguments("keep, type: boolean", "true", "true"),
                arguments("keep, type: date", "\"2026-12-01\"", "2026-12-01"));
    }

    @Test
    void givesPseudonymsThatCannotBeLinkedAcrossFieldsAndProfiles() {
        bench.one("pseudonymise", "\"A-1001\"");
        assertThat(bench.domains).containsExactly("pseudonym:event.field");
    }

    @ParameterizedTest(name = "{0} of {1} is refused: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "keep | null | $.value is missing",
                "keep | \"\" | $.value is empty",
                "keep | \" \\n\\u00a0\\u0000\" | $.value is empty",
                "keep | 7 | $.value is not text",
                "keep | {\"a\":1} | $.value is not text",
                "keep | [\"a\"] | $.value is not text",
                "keep, type: number | \"7\" | $.value is not a number",
                "keep, type: number | 1e1000000 | $.value is not a number",
                "keep, type: number | 1e-1000000 | $.value is not a number",
                "keep, type: boolean | \"true\" | $.value is not true or false",
                "keep, type: date | \"01.12.2026\" | $.value is not an ISO date",
                "generalise, to: month | \"2026-02-30\" | $.value is not an ISO date",
                "generalise, to: year | \"2026-02-01T25:00:00Z\" | $.value is not an ISO date",
                "generalise, to: year | \"2026-02-01T10:00\\n\" | $.value is not an ISO date",
                "keep, max-length: 3 | \"four\" | $.value is longer than 3 characters",
            })
    void refusesAFieldThatIsNotAsItShouldBe(String rule, String json, String detail) {
        assertThat(bench.one(rule, json)).hasToString("Refused[reason=not-minimisable: " + detail + "]");
    }

    @Test
    void refusesAnEventThatLacksARequiredField() {
        assertThat(bench.shipped("{\"orderId\":\"A-1001\",\"trackingUrl\":\"x\"}"))
                .hasToString("Refused[reason=not-minimisable: $.customer.name is missing]");
        assertThat(bench.shipped("[]")).hasToString("Refused[reason=not-minimisable: $.customer.name is missing]");
        assertThat(bench.shipped("\"x\"")).hasToString("Refused[reason=not-minimisable: $.customer.name is missing]");
    }

    @Test
    void neverSaysTheValueThatWasRefused() {
        assertThat(bench.one("keep, max-length: 3", "\"Ana Souza\"").toString()).doesNotContain("Ana");
        assertThat(bench.one("keep, type: number", "\"Ana Souza\"").toString()).doesNotContain("Ana");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"value\":null}", "{\"value\":\" \"}"})
    void leavesAnOptionalFieldOutThatIsNotThere(String event) {
        assertThat(minimised(bench.event("keep, required: false", event)).fields())
                .isEmpty();
    }

    @Test
    void refusesAnOptionalFieldOfTheWrongType() {
        assertThat(bench.event("keep, required: false", "{\"value\":7}"))
                .hasToString("Refused[reason=not-minimisable: $.value is not text]");
    }

    @Test
    void dropsAFieldThatIsNamedToBeDropped() {
        MinimisedMessage message = minimised(bench.one("drop", "\"+351912345678\""));
        assertThat(message.fields()).isEmpty();
        assertThat(message.dropped()).isEqualTo(1);
    }

    @Test
    void refusesAnUnknownProfile() {
        assertThat(bench.with("no-such-profile", SHIPPED, DataClass.ORDINARY).toString())
                .contains("unknown-profile");
    }

    @Nested
    @DisplayName("for a purpose of class phi or special")
    class Guarded {

        @ParameterizedTest
        @CsvSource({"PHI,phi", "SPECIAL,special"})
        void letsNoFieldLeave(DataClass dataClass, String name) {
            assertThat(bench.with("order-shipped", SHIPPED, dataClass).toString())
                    .contains("not-minimisable: purpose p is of class " + name + ", so no field may leave");
        }

        @ParameterizedTest
        @CsvSource({"PHI", "SPECIAL"})
        void onlySaysThatThereIsNews(DataClass dataClass) {
            MinimisedMessage message = minimised(bench.with("appointment-reminder", SHIPPED, dataClass));
            assertThat(message.fields()).isEmpty();
            assertThat(message.dropped()).isEqualTo(10);
        }
    }

    private static MinimisedMessage minimised(MinimisationDecision decision) {
        assertThat(decision).isInstanceOf(Minimised.class);
        return ((Minimised) decision).message();
    }
}
