package dev.sealpost.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

class PurposesTest {
    private static final String REMINDERS =
            """
            purposes:
              reminders:
                description: Tell people when to come.
                lawful-basis: consent
                opt-in: single
                data-class: ordinary
                template-category: utility
                time-to-live: 12h
                uncertain: {policy: park, window: 10m}
            """;

    @TempDir
    Path directory;

    @Test
    void ofTheSandboxAreReadAsWritten() {
        Purposes purposes = start(Path.of("config"));
        assertThat(purposes.ids())
                .containsExactlyInAnyOrder("order-updates", "offers", "appointment-reminders", "sign-in-codes");
        assertThat(purposes.find("order-updates"))
                .contains(new Purpose(
                        "order-updates",
                        "Tell customers where their order is.",
                        LawfulBasis.CONSENT,
                        DataClass.ORDINARY,
                        OptIn.DOUBLE,
                        TemplateCategory.UTILITY,
                        Duration.ZERO,
                        Duration.ofHours(24),
                        UncertainPolicy.RESEND,
                        Duration.ofMinutes(10),
                        5));
    }

    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "opt-in: single         | opt-in: tripple           | opt-in: \"tripple\" is not known; allowed: none, single, double",
                "window: 10m            | window: 10m, wait: 1m     | uncertain.wait: is not a key that belongs here; allowed: policy, window",
                "data-class: ordinary   | data-class: secret        | data-class: \"secret\" is not known; allowed: ordinary, phi, special",
                "policy: park           | policy: hope              | uncertain.policy: \"hope\" is not known; allowed: resend, park",
                "time-to-live: 12h      | time-to-live: soon        | time-to-live: \"soon\" is not a duration",
                "time-to-live: 12h      | time-to-live: 0h          | time-to-live: \"0h\" leaves no time to send anything",
                "time-to-live: 12h      | content-retention: 7d     | time-to-live: is missing",
                "reminders:             | Reminders!:               | Reminders!: has an id that cannot be used",
                "reminders:             | '*':                      | *: has an id that cannot be used",
                "opt-in: single         | opt-in: none              | opt-in: \"none\" does not go with lawful-basis: consent; allowed: single, double",
                "lawful-basis: consent  | lawful-basis: contract    | opt-in: \"single\" goes with lawful-basis: consent only; allowed: none",
                "category: utility      | category: marketing       | opt-in: \"single\" is not enough for template-category: marketing; allowed: double",
                "policy: park           | policy: resend            | -",
                "{policy: park, window: 10m} | {policy: resend, window: 1m} | -",
                "{policy: park, window: 10m} | {policy: resend, window: 59s} | uncertain.window: \"59s\" is too short to await a status before sending again; allowed: 1m or more with policy: resend",
                "window: 10m            | window: -10m              | uncertain.window: \"-10m\" is not a duration; allowed: a whole number with its unit",
                "time-to-live: 12h      | time-to-live: -12h        | time-to-live: \"-12h\" is not a duration; allowed: a whole number with its unit",
                "{policy: park, window: 10m} | {policy: resend, window: 12h} | uncertain: would send again after time-to-live",
            })
    void atFaultAreExplainedOnceAndWhereTheyAre(String right, String wrong, String explanation) {
        List<ConfigFault> faults = faults(REMINDERS.replace(right, wrong));
        if (explanation.equals("-")) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).singleElement().asString().contains("purposes.yml:", explanation);
        }
    }

    @Test
    void ofSpecialDataRestOnABasisOfArticle9() {
        String contract = REMINDERS.replace("consent", "contract").replace("single", "none");
        assertThat(faults(contract)).isEmpty();
        assertThat(faults(contract.replace("ordinary", "special")))
                .singleElement()
                .asString()
                .contains("lawful-basis: \"contract\" does not go with data-class: special");
    }

    @Test
    void keepContentOnlyForAStatedReason() {
        String keeping = REMINDERS + "    content-retention: 7d\n";
        assertThat(faults(keeping)).singleElement().asString().contains("keeps content without a reason");
        assertThat(faults(keeping + "    content-retention-why: Complaints are checked.\n"))
                .isEmpty();
    }

    private List<ConfigFault> faults(String yaml) {
        write(yaml);
        var refused = catchThrowableOfType(InvalidConfiguration.class, () -> start(directory));
        return refused == null ? List.of() : refused.faults();
    }

    private void write(String yaml) {
        try {
            FileSystemUtils.copyRecursively(Path.of("config"), directory);
            Files.writeString(directory.resolve("purposes.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Purposes start(Path configuration) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--sealpost.config-directory=" + configuration,
                        "--sealpost.routes-directory=" + configuration.resolve("no-flows"),
                        "--sealpost.whatsapp.phone-number-id=1",
                        "--sealpost.whatsapp.token=none")) {
            return context.getBean(Purposes.class);
        }
    }

    @Configuration
    static class Nothing {}
}
