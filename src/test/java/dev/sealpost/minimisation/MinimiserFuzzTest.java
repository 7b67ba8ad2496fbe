package dev.sealpost.minimisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.minimisation.MinimisationDecision.Minimised;
import dev.sealpost.minimisation.MinimisationDecision.Refused;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/**
 * Tries the inputs of {@code MinimiserFuzzTestInputs}. {@code JAZZER_FUZZ=1 mvn test -Djazzer.hooks=true} with this test makes up others for a
 * minute.
 */
@DisplayName("Whatever value an event holds")
class MinimiserFuzzTest {

    private static final List<String> RULES = List.of(
            "keep",
            "first-word",
            "mask",
            "truncate, length: 3",
            "pseudonymise",
            "generalise, to: month",
            "generalise, to: prefix-2",
            "keep, type: number",
            "keep, type: boolean",
            "keep, type: date, required: false");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Bench BENCH = new Bench();

    @FuzzTest(maxDuration = "1m")
    void whatLeavesIsOneShortLineAndARefusalNamesOnlyThePath(@NotNull String value) {
        RULES.forEach(
                rule -> check(value, BENCH.event(rule, JSON.createObjectNode().put("value", value))));
        RULES.forEach(
                rule -> check(value, BENCH.event(rule, JSON.createObjectNode().set("value", parsed(value)))));
    }

    private static void check(String value, MinimisationDecision decision) {
        if (decision instanceof Minimised minimised) {
            assertThat(minimised.message().fields().values()).allSatisfy(MinimiserFuzzTest::isOneShortLine);
        } else if (decision instanceof Refused refused) {
            assertThat(refused.reason().toString())
                    .matches(
                            "not-minimisable: \\$\\.value is (missing|empty|not [a-zA-Z ]+|longer than \\d+ characters)");
        }
    }

    private static void isOneShortLine(String text) {
        assertThat(text).isNotBlank().isEqualTo(text.strip()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]|    ");
        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(1024);
        assertThat(text.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? JSON.nullNode() : node;
        } catch (JsonProcessingException notJson) {
            return JSON.createArrayNode().add(text);
        }
    }
}
