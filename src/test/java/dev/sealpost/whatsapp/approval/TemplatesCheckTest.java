package dev.sealpost.whatsapp.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.cloudapi.AppSecretProof;
import dev.sealpost.whatsapp.cloudapi.CloudApiStub;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import dev.sealpost.whatsapp.cloudapi.GraphSettings;
import dev.sealpost.whatsapp.request.TestDefinitions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The check of the templates")
class TemplatesCheckTest {

    private static final String ACCOUNT = CloudApiClient.ACCOUNT_ID;

    @TempDir
    Path directory;

    private GraphApi graph;

    @AfterEach
    void close() throws Exception {
        graph.close();
    }

    @Test
    void findsNothingWhereAllIsAsMetaHasIt() throws Exception {
        try (OwnCloudApi sandbox = OwnCloudApi.start(directory)) {
            TemplateReport report = check(
                            sandbox.uri(),
                            """
                            templates:
                              order_shipped:
                                languages: [en, pt_PT]
                                category: utility
                                parameters: [firstName, orderNumber, trackingLink]
                              sign_in_code: {language: en, category: authentication, parameters: [code]}
                              order_delayed:
                                language: en
                                category: utility
                                header: {text: {order_number: number}}
                                body: {first_name: firstName, new_date: day}
                                buttons: [{type: url, index: 2, parameter: number}]
                              invoice:
                                language: en
                                category: utility
                                header: {document: {link: "{link}"}}
                                body: [firstName, number]
                            """)
                    .check();

            assertThat(report.findings()).isEmpty();
            assertThat(report.unchecked()).isEmpty();
        }
    }

    @Test
    void saysWithFileAndLineWhatMetaHasOtherwise() throws Exception {
        try (OwnCloudApi sandbox = OwnCloudApi.start(directory)) {
            TemplatesCheck check = check(
                    sandbox.uri(),
                    """
                    templates:
                      order_shiped: {language: en, category: utility, parameters: []}
                      order_shipped: {language: fr, category: utility, parameters: [a, b, c]}
                      hello_world: {language: en_US, category: marketing, parameters: []}
                      order_delayed: {language: en, category: utility, body: [a, b]}
                      spring_offer: {languages: [en, pt_PT], category: marketing, header: {video: {id: "1"}}, body: [a, b, c]}
                    """);

            assertThat(check.check().findings())
                    .extracting(finding -> finding.file() + ":" + finding.line() + " " + finding.rule())
                    .containsExactly(
                            "config/templates.yml:2 template-missing",
                            "config/templates.yml:3 template-language",
                            "config/templates.yml:4 template-category",
                            "config/templates.yml:5 template-header",
                            "config/templates.yml:5 template-parameters",
                            "config/templates.yml:5 template-buttons",
                            "config/templates.yml:6 template-header",
                            "config/templates.yml:6 template-buttons",
                            "config/templates.yml:6 template-language");
            assertThat(check.isApproved(ACCOUNT, "order_shipped", "en")).isTrue();
            assertThat(check.isApproved(ACCOUNT, "order_shipped", "fr")).isFalse();
            assertThat(check.isApproved("another", "order_shipped", "fr")).isTrue();
        }
    }

    @Test
    void saysWhatIsPausedAndGoesOnWithAnotherLanguage() throws Exception {
        String page =
                """
                {"data": [
                  {"name": "news", "language": "en", "status": "PAUSED", "category": "UTILITY", "components": []},
                  {"name": "news", "language": "pt_PT", "status": "APPROVED", "category": "UTILITY", "components": []}]}""";
        try (CloudApiStub meta = CloudApiStub.answering(200, page)) {
            TemplatesCheck check =
                    check(meta.uri(), "templates: {news: {languages: [en, pt_PT], category: utility, parameters: []}}");

            assertThat(check.check().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("template-status");
                assertThat(finding.message()).isEqualTo("it is paused at Meta");
                assertThat(finding.stops()).isFalse();
            });
        }
    }

    @Test
    void turnsPagesWithoutFollowingAnAddress() throws Exception {
        try (CloudApiStub meta = CloudApiStub.that(exchange -> exchange.respond(
                200,
                exchange.request().line().contains("after=second")
                        ? "{\"data\": [%s]}".formatted(template("b"))
                        : """
                        {"data": [%s], "paging": {"cursors": {"after": "second"},
                          "next": "http://169.254.169.254/latest"}}"""
                                .formatted(template("a"))))) {
            TemplatesCheck check = check(
                    meta.uri(),
                    """
                    templates:
                      a: {language: en, category: utility, parameters: []}
                      b: {language: en, category: utility, parameters: []}
                    """);

            assertThat(check.check().findings()).isEmpty();
            assertThat(meta.requests()).hasSize(2);
        }
    }

    @Test
    void saysWhichAccountCouldNotBeAsked() throws Exception {
        try (CloudApiStub meta = CloudApiStub.answering(400, "{\"error\": {\"code\": 190, \"message\": \"x\"}}")) {
            TemplateReport report = check(
                            meta.uri(), "templates: {a: {language: en, category: utility, parameters: []}}")
                    .check();

            assertThat(report.findings()).isEmpty();
            assertThat(report.unchecked()).singleElement().satisfies(unchecked -> {
                assertThat(unchecked.what()).isEqualTo("account " + ACCOUNT);
                assertThat(unchecked.reason()).startsWith("token-refused");
            });
        }
    }

    private static String template(String name) {
        return "{\"name\": \"%s\", \"language\": \"en\", \"status\": \"APPROVED\", \"category\": \"UTILITY\"}"
                .formatted(name);
    }

    private TemplatesCheck check(URI meta, String yaml) {
        Duration limit = Duration.ofSeconds(10);
        graph = new GraphApi(new GraphSettings(meta, "v23.0", limit, limit, limit, Set.of()), AppSecretProof.none());
        Sender sender = new Sender(
                "shop",
                CloudApiClient.PHONE_NUMBER_ID,
                CloudApiClient.TOKEN,
                ACCOUNT,
                ACCOUNT,
                Set.of(),
                Set.of(),
                80,
                Sender.UNLIMITED,
                null,
                null);
        return new TemplatesCheck(
                TestDefinitions.of(yaml),
                new Senders(List.of(sender), Map.of("shop", sender), Map.of(sender.phoneNumberId(), sender)),
                new MetaTemplates(graph, Sender::token));
    }
}
