package dev.sealpost.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the lint advises")
class AdviceTest {

    private static final Path FLOW = Path.of("src/test/resources/lint/right/plain.camel.yaml");

    @TempDir
    private Path directory;

    private Path flow;

    @BeforeEach
    void install() throws IOException {
        Corpus.installIn(directory);
        flow = directory.resolve("routes/flows/plain.camel.yaml");
    }

    @ParameterizedTest(name = "{1} in the place of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "routeConfigurationId | routeConfigurationID      | did you mean \"routeConfigurationId\"?",
                "kamelet:seal     | seal                          | did you mean \"kamelet:seal\"?",
                "kamelet:seal     | kamelet:seel                  | did you mean \"seal\"?",
                "kamelet:kafka-intake | kafka-intake              | did you mean \"kamelet:kafka-intake\"?",
                "kamelet:kafka-intake | kafka:shop.orders.shipped | start from an intake kamelet of routes/kamelets; there are crm-intake,",
                "$.customer.phone | customer.phone                | did you mean \"$.customer.phone\"?",
                "$.customer.phone | ${body.customer.phone}        | did you mean \"$.customer.phone\"?",
                "$.customer.phone | $..phone                      | write it as in $.customer.phone or $.items[0].sku",
                "topic: shop      | topic shop                    | write each as NAME: value, with a blank behind the colon",
                "order-updates    | sign-in-codes                 | 'use a template of the purpose''s category'",
                "'      steps:'   | '    steps:'                  | 'move it below from:, and indent it by two more'",
                "'    from:'      | '   from:'                    | line it up with the lines of the same level",
                "'- route:'       | 'route:'                      | 'begin it with - route:, with the dash'",
            })
    void isWhatTheEngineerProbablyMeant(String right, String wrong, String advice) throws IOException {
        String text = Files.readString(FLOW);
        assertThat(text).contains(right);
        Files.writeString(flow, text.replace(right, wrong));

        assertThat(findings()).extracting(Finding::fix).anyMatch(fix -> fix.startsWith(advice));
    }

    @Test
    void isToQuoteAPlaceholderThatYamlTakesForAMap() throws IOException {
        Files.writeString(flow, Files.readString(FLOW).replaceFirst("topic: [^\n]+", "topic: {{sealpost.topic}}"));

        assertThat(findings()).extracting(Finding::fix).anyMatch(fix -> fix.startsWith("put a {{placeholder}} into"));
    }

    @Test
    void namesTheFileAsItWasGiven() throws IOException {
        Files.writeString(flow, Files.readString(FLOW).replace("kamelet:seal", "seal"));

        Path given = Path.of("").toAbsolutePath().relativize(flow);
        assertThat(new FlowCheck(directory.resolve("config"), Path.of("routes")).check(given))
                .isNotEmpty()
                .extracting(Finding::file)
                .containsOnly(given.toString());
    }

    private List<Finding> findings() {
        return new FlowCheck(directory.resolve("config"), directory.resolve("routes"))
                .check(directory.resolve("routes"));
    }
}
