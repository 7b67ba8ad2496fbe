package dev.sealpost.minimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.configuration.YamlDocument;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("minimisation.yml")
class MinimisationFormatTest {

    private static final String PLACE = "m.yml:1:%d: profiles.e.f%s";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void saysWhatIsWrongInAField(String field, String message) {
        assertThat(faults("profiles: {e: {f: {" + field + "}}}"))
                .extracting(ConfigFault::toString)
                .containsExactly(message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("from: $.a, transform: keep", PLACE.formatted(19, ".why: is missing")),
                arguments("from: $.a, transform: keep, why: ''", PLACE.formatted(53, ".why: is empty")),
                arguments(
                        "from: $.a, transform: keeep, why: x",
                        PLACE.formatted(
                                42,
                                ".transform: \"keeep\" is not known; allowed: keep, first-word, drop, mask, truncate, pseudonymise, generalise; did you mean \"keep\"?")),
                arguments(
                        "from: '$.items[*].sku', transform: keep, why: x",
                        PLACE.formatted(
                                26,
                                ".from: \"$.items[*].sku\" is not a simple path; allowed: $.name, $.customer.name, $.items[0].sku")),
                arguments("from: $.a, transform: truncate, why: x", PLACE.formatted(19, ".length: is missing")),
                arguments(
                        "from: $.a, transform: truncate, length: 0, why: x",
                        PLACE.formatted(60, ".length: \"0\" is not a whole number in the range; allowed: 1 to 1024")),
                arguments("from: $.a, transform: generalise, why: x", PLACE.formatted(19, ".to: is missing")),
                arguments(
                        "from: $.a, transform: generalise, to: decade, why: x",
                        PLACE.formatted(
                                58, ".to: \"decade\" is not known; allowed: month, year, prefix-1 to prefix-99")),
                arguments(
                        "from: $.a, transform: generalise, to: month, type: text, why: x",
                        PLACE.formatted(71, ".type: \"text\" cannot be generalised to a month or year; allowed: date")),
                arguments(
                        "from: $.a, transform: keep, length: 5, why: x",
                        PLACE.formatted(
                                48,
                                ".length: is not a key that belongs here; allowed: from, transform, why, type, required, max-length")),
                arguments(
                        "from: $.a, transform: truncat, length: 5, why: x",
                        PLACE.formatted(
                                42,
                                ".transform: \"truncat\" is not known; allowed: keep, first-word, drop, mask, truncate, pseudonymise, generalise; did you mean \"truncate\"?")));
    }

    @Test
    void saysWhichNamesAProfileAndAFieldMayHave() {
        assertThat(faults("profiles: {Order Shipped: {first-name: {from: $.a, transform: keep, why: x}}}"))
                .extracting(ConfigFault::toString)
                .containsExactly(
                        "m.yml:1:27: profiles.Order Shipped: is not a profile's name; allowed: lower-case letters, digits and dashes",
                        "m.yml:1:40: profiles.Order Shipped.first-name: is not a field's name; allowed: letters, digits and underscores, a letter first");
    }

    @Test
    void mayHaveAProfileThatLetsNothingLeave() {
        Profiles profiles = Bench.profiles("profiles: {appointment-reminder: {}}");
        assertThat(profiles.names()).containsExactly("appointment-reminder");
        assertThat(profiles.fieldsOf("appointment-reminder")).isEmpty();
    }

    @Test
    void tellsWhichFieldsLeave() {
        Profiles profiles = Bench.profiles(
                "profiles: {e: {a: {from: $.a, transform: keep, why: x}, b: {from: $.b, transform: drop, why: x}}}");
        assertThat(profiles.fieldsOf("e")).containsExactly("a");
        assertThat(profiles.fieldsOf("unknown")).isEmpty();
    }

    private static Iterable<ConfigFault> faults(String yaml) {
        Faults faults = new Faults();
        new MinimisationFormat().parse(YamlDocument.read("m.yml", yaml, Placeholders.none(), faults), faults);
        return faults.all();
    }
}
