package dev.sealpost.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;

/**
 * Tries the inputs of {@code YamlFuzzTestInputs}. {@code JAZZER_FUZZ=1 mvn test -Djazzer.hooks=true} with this test makes up others for a
 * minute.
 */
@DisplayName("Whatever a configuration file holds")
class YamlFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void readingItThrowsNothingAndSaysWhatIsWrongOnOneLineEach(@NotNull String text) {
        Faults faults = new Faults();
        Placeholders placeholders = raw -> raw.contains("${") ? Optional.empty() : Optional.of(raw);
        walk(YamlDocument.read("f.yml", text, placeholders, faults));
        assertThat(faults.all()).allSatisfy(fault -> assertThat(fault.toString())
                .startsWith("f.yml")
                .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]"));
    }

    private static void walk(YamlNode node) {
        assertThat(node.text()).isNotNull();
        assertThat(node.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(node.integer(0, 9)).isBetween(0, 9);
        assertThat(node.enumValue(Thread.State.class)).isNotNull();
        node.flag();
        node.list().forEach(YamlFuzzTest::walk);
        YamlMap map = node.map().onlyKeys("purposes", "profiles");
        map.require("missing").text();
        map.entries().values().forEach(YamlFuzzTest::walk);
    }
}
