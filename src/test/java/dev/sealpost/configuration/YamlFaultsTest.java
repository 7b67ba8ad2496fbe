package dev.sealpost.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A configuration file")
class YamlFaultsTest {

    enum OptIn {
        NONE,
        SINGLE,
        DOUBLE,
        NOT_YET
    }

    private final Faults faults = new Faults();

    @ParameterizedTest(name = "{0} says: {1}")
    @MethodSource("mistakes")
    void saysWhereAndWhatIsWrongAndWhatIsAllowed(String yaml, String message) {
        readEverything(yaml);
        assertThat(faults.all()).extracting(ConfigFault::toString).containsExactly(message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "opt-in: tripple",
                        "f.yml:1:9: opt-in: \"tripple\" is not known; allowed: none, single, double, not-yet"),
                arguments(
                        "opt-in: dubble",
                        "f.yml:1:9: opt-in: \"dubble\" is not known; allowed: none, single, double, not-yet; did you mean \"double\"?"),
                arguments(
                        "opt-in: DOUBLE",
                        "f.yml:1:9: opt-in: \"DOUBLE\" is not known; allowed: none, single, double, not-yet; did you mean \"double\"?"),
                arguments("\nopt-in:\n", "f.yml:2:1: opt-in: is missing"),
                arguments("opt-in: ''", "f.yml:1:9: opt-in: is empty"),
                arguments("opt-in: [none]", "f.yml:1:9: opt-in: is not a single value"),
                arguments("time: 5m", "f.yml:1:1: opt-in: is missing"),
                arguments(
                        "opt-in: none\ntime: 5 minutes",
                        "f.yml:2:7: time: \"5 minutes\" is not a duration; allowed: a whole number with its unit: 500ms, 30s, 10m, 24h, 7d"),
                arguments(
                        "opt-in: none\ntime: 5",
                        "f.yml:2:7: time: \"5\" is not a duration; allowed: a whole number with its unit: 500ms, 30s, 10m, 24h, 7d"),
                arguments(
                        "opt-in: none\nrank: 10",
                        "f.yml:2:7: rank: \"10\" is not a whole number in the range; allowed: 0 to 9"),
                arguments(
                        "opt-in: none\nrank: 99999999999999999999",
                        "f.yml:2:7: rank: \"99999999999999999999\" is not a whole number in the range; allowed: 0 to 9"),
                arguments(
                        "opt-in: none\nflag: yes",
                        "f.yml:2:7: flag: \"yes\" is neither true nor false; allowed: true, false"),
                arguments("opt-in: none\nnames: {a: b}", "f.yml:2:8: names: is not a list"),
                arguments("opt-in: none\nnames: [a, []]", "f.yml:2:12: names[1]: is not a single value"),
                arguments("opt-in: none\nmore: 7", "f.yml:2:7: more: \"7\" is not a map of keys and values"),
                arguments("opt-in: none\nopt-in: none", "f.yml:2:1: opt-in: is given twice; keep one of them"),
                arguments(
                        "opt-in: none\nrnak: 3",
                        "f.yml:2:1: rnak: is not a key that belongs here; allowed: opt-in, time, rank, flag, names, more; did you mean \"rank\"?"),
                arguments("opt-in: none\n? [a]\n: b", "f.yml:2:3: has a key that is not a single word"),
                arguments(
                        "opt-in: none\n\ttime: 5m",
                        "f.yml:2:1: is not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); indent with spaces, not tabs"),
                arguments(
                        "opt-in: none\nmore: {a: [}",
                        "f.yml:2:12: is not valid YAML: expected the node content, but found '}'"),
                arguments(
                        "opt-in: none\n---\nopt-in: none", "f.yml:2:1: is not valid YAML: but found another document"),
                arguments(
                        "opt-in: none\nmore: *nowhere", "f.yml:2:7: is not valid YAML: found undefined alias nowhere"),
                arguments("opt-in: no\u0000ne", "f.yml:1: holds the character U+0000, which YAML does not allow"),
                arguments("", "f.yml: is empty"),
                arguments("# nothing", "f.yml: is empty"),
                arguments("just text", "f.yml:1:1: \"just text\" is not a map of keys and values"),
                arguments(
                        "opt-in: ${sealpost.nowhere}",
                        "f.yml:1:9: opt-in: \"${sealpost.nowhere}\" holds a placeholder that has no value; set it in application.yml or in the environment"),
                arguments(
                        "opt-in: \"no\\r\\nERROR forged\"",
                        "f.yml:1:9: opt-in: \"no\\u000d\\u000aERROR forged\" is not known; allowed: none, single, double, not-yet"));
    }

    @Test
    void saysAllFaultsAtOnceInTheOrderOfTheirPlaces() {
        readEverything("rank: x\ntime: y\nopt-in: z");
        assertThat(faults.all()).extracting(ConfigFault::line).containsExactly(1, 2, 3);
    }

    @Test
    void neverPrintsASecret() {
        YamlNode root =
                YamlDocument.read("f.yml", "token: [hunter2]\napp-secret: hunter2", Placeholders.none(), faults);
        root.map().text("token");
        root.map().integer("app-secret", 0, 1);
        assertThat(faults.all())
                .extracting(ConfigFault::toString)
                .containsExactly(
                        "f.yml:1:8: token: is not a single value",
                        "f.yml:2:13: app-secret: \"***\" is not a whole number in the range; allowed: 0 to 1");
    }

    @Test
    void neverPrintsWhatAPlaceholderStandsFor() {
        Placeholders secret = text -> Optional.of(text.replace("${key}", "hunter2"));
        YamlDocument.read("f.yml", "rank: ${key}", secret, faults).map().integer("rank", 0, 9);
        assertThat(faults.all())
                .singleElement()
                .asString()
                .contains("\"${key}\"")
                .doesNotContain("hunter2");
    }

    @Test
    void isReadAsWritten() {
        YamlMap map = YamlDocument.read(
                        "f.yml",
                        "opt-in: not-yet\ntime: 24h\nrank: 9\nflag: true\nnames: [a, 007]\nmore: {}\n",
                        Placeholders.none(),
                        faults)
                .map();
        assertThat(map.enumValue("opt-in", OptIn.class)).isEqualTo(OptIn.NOT_YET);
        assertThat(map.duration("time")).isEqualTo(Duration.ofHours(24));
        assertThat(map.duration("absent", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThat(map.integer("rank", 0, 9)).isEqualTo(9);
        assertThat(map.flag("flag", false)).isTrue();
        assertThat(map.list("names")).extracting(YamlNode::text).containsExactly("a", "007");
        assertThat(map.map("more").entries()).isEqualTo(Map.of());
        assertThat(faults.none()).isTrue();
    }

    @Nested
    @DisplayName("made to exhaust the reader")
    class Hostile {

        @Test
        void isRefusedWhenItNestsTooDeep() {
            readEverything("[".repeat(100_000));
            assertThat(faults.all()).singleElement().hasToString("f.yml:1:33: nests deeper than 32 levels");
        }

        @Test
        void isRefusedWhenItsAliasesExplode() {
            StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 6; i++) {
                laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
            }
            readEverything(laughs.toString());
            assertThat(faults.all())
                    .singleElement()
                    .asString()
                    .contains("grows beyond 50000 values or contains itself");
        }

        @Test
        void isRefusedWhenItHasTooManyAliases() {
            readEverything("a: &a [x]\nb: [" + "*a, ".repeat(60) + "]");
            assertThat(faults.all())
                    .singleElement()
                    .asString()
                    .contains("Number of aliases for non-scalar nodes exceeds");
        }

        @Test
        void isRefusedWhenItContainsItself() {
            readEverything("&a [*a]");
            assertThat(faults.all()).singleElement().asString().contains("contains itself");
        }

        @Test
        void isRefusedWhenItIsTooLong() {
            readEverything("#".repeat(YamlLimits.CHARACTERS + 1));
            assertThat(faults.all()).singleElement().hasToString("f.yml: is longer than 1000000 characters");
        }

        @Test
        void makesNoObjectsOfTheTypesItNames() {
            readEverything("opt-in: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1\"]]");
            assertThat(faults.all()).singleElement().asString().contains("is not a single value");
        }
    }

    private void readEverything(String yaml) {
        Placeholders strict = text -> text.contains("${") ? Optional.empty() : Optional.of(text);
        YamlMap map = YamlDocument.read("f.yml", yaml, strict, faults).map();
        map.onlyKeys("opt-in", "time", "rank", "flag", "names", "more");
        map.enumValue("opt-in", OptIn.class);
        map.duration("time", Duration.ZERO);
        map.integer("rank", 0, 9, 5);
        map.flag("flag", false);
        map.find("names").ifPresent(names -> names.list().forEach(YamlNode::text));
        map.find("more").ifPresent(YamlNode::map);
    }
}
