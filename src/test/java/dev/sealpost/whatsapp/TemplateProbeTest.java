package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.message.Reason;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.whatsapp.cloudapi.AppSecretProof;
import dev.sealpost.whatsapp.cloudapi.CloudApiStub;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import dev.sealpost.whatsapp.cloudapi.GraphSettings;
import dev.sealpost.whatsapp.request.TestDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pause of a template")
class TemplateProbeTest {

    private static final Senders SENDERS = Senders.of(List.of(sender("one", "1001"), sender("two", "1002")));

    @ParameterizedTest(name = "{3}, if the accounts have {0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en APPROVED             | en APPROVED | true  | is over",
                "en APPROVED             |             | true  | is over",
                "en APPROVED,de REJECTED |             | true  | is over",
                "en APPROVED,pt_PT PAUSED|             | false | goes on",
                "en APPROVED             | en PAUSED   | false | goes on",
                "en APPROVED             | silent      | false | goes on",
                "                        |             | false | goes on"
            })
    void isOverWhereTheTemplateIsAndInTheLanguagesOfTheFile(String one, String two, boolean over, String name)
            throws Exception {
        try (CloudApiStub meta = CloudApiStub.that(exchange -> {
                    String states = exchange.request().line().contains("/1001/") ? one : two;
                    if ("silent".equals(states)) {
                        exchange.close();
                    } else {
                        exchange.respond(200, templates(states));
                    }
                });
                GraphApi graph = graph(meta)) {
            var definitions = TestDefinitions.of(
                    "templates: {news: {languages: [en, pt_PT], category: utility, parameters: []}}");
            var probe = new TemplateProbe(graph, SENDERS, Sender::token, definitions);

            assertThat(probe.isOver(pause()).join()).isEqualTo(over);
            assertThat(meta.requests()).hasSize(2);
        }
    }

    private static String templates(String states) {
        List<String> entries = states == null
                ? List.of()
                : List.of(states.split(",")).stream()
                        .map(state -> state.split(" "))
                        .map(state -> "{\"name\": \"news\", \"language\": \"%s\", \"status\": \"%s\"}"
                                .formatted(state[0], state[1]))
                        .toList();
        return "{\"data\": " + entries + "}";
    }

    private static GraphApi graph(CloudApiStub meta) {
        Duration limit = Duration.ofSeconds(5);
        return new GraphApi(
                new GraphSettings(meta.uri(), "v23.0", limit, limit, limit, Set.of()), AppSecretProof.none());
    }

    private static Sender sender(String name, String account) {
        return new Sender(
                name,
                "9" + account,
                "t",
                account,
                account,
                Set.of(),
                Set.of(),
                Sender.UNLIMITED,
                Sender.UNLIMITED,
                null,
                null);
    }

    private static Pause pause() {
        return new Pause(
                UUID.randomUUID(),
                PauseScope.TEMPLATE,
                "news",
                Reason.of("template-paused"),
                132015,
                "hub",
                Instant.now(),
                null,
                Instant.now(),
                0);
    }
}
