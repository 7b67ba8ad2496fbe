package dev.sealpost.fault;

import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** An installation with two numbers of one portfolio, whose limits are Meta's in short. */
final class PacedShop {

    /** The sandbox's side. The hub's window is a second longer and its burst smaller: messages arrive later than they are counted. */
    static final String LIMITS =
            """
            {"perSecond":500,"pair":{"everyMillis":200,"burst":10},"tier":{"people":250,"windowMillis":5000}}""";

    private static final String SENDERS =
            """
            senders:
              north: {phone-number-id: 100000000000001, token: sandbox-token, account: 200000000000001,
                      throughput: 500, tier: 250}
              south: {phone-number-id: 100000000000002, token: sandbox-token, account: 200000000000001,
                      throughput: 500, tier: 250}
            """;

    private static final String OFFER =
            """
              offer:
                language: en
                category: marketing
                parameters: [firstName]
            """;

    private PacedShop() {}

    static Installation open() {
        Installation shop = Installation.of("paced");
        approveOffer(shop.phone().uri());
        return shop.with("sealpost.config-directory", configuration(shop).toString())
                .with("sealpost.delivery.in-flight", "60")
                .with("sealpost.delivery.sweep-interval", "500ms")
                .with("sealpost.delivery.breaker.pause", "500ms")
                .with("sealpost.delivery.first-backoff", "100ms")
                .with("sealpost.delivery.max-backoff", "1s")
                .with("sealpost.pacing.pair.every", "200ms")
                .with("sealpost.pacing.pair.burst", "5")
                .with("sealpost.pacing.tier.window", "5s")
                .with("sealpost.pacing.tier.margin", "2s")
                .with("sealpost.pacing.tier.look-again", "500ms")
                .with("sealpost.pacing.recovery", "5s")
                .withFlow(
                        "offers.camel.yaml",
                        flow(
                                "offers",
                                "order-shipped, id: \"$.orderId\", phone: \"$.customer.phone\"",
                                "offers",
                                "offer"))
                .withFlow(
                        "codes.camel.yaml",
                        flow(
                                "codes",
                                "sign-in-code, id: \"$.id\", phone: \"$.phone\"",
                                "sign-in-codes",
                                "sign_in_code"));
    }

    /** The hub pauses templates that Meta does not have as {@code templates.yml} says. */
    private static void approveOffer(URI cloudApi) {
        HttpRequest request = HttpRequest.newBuilder(
                        cloudApi.resolve("/v23.0/" + CloudApiClient.ACCOUNT_ID + "/message_templates"))
                .header("Authorization", "Bearer " + CloudApiClient.TOKEN)
                .header("Content-Type", "application/json")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                """
                        {"name":"offer","language":"en","category":"MARKETING",
                         "components":[{"type":"BODY","text":"{{1}}, we have an offer for you."}]}"""))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The sandbox did not take the template: " + answer.body());
        }
    }

    private static String flow(String name, String receive, String purpose, String template) {
        return """
                - route:
                    id: %1$s
                    description: Sends %1$s.
                    routeConfigurationId: deliver-with-retry
                    from:
                      uri: kamelet:kafka-intake
                      parameters: {topic: TOPIC.%1$s}
                      steps:
                        - to:
                            uri: kamelet:receive
                            parameters: {event: %2$s}
                        - to:
                            uri: kamelet:require-consent
                            parameters: {purpose: %3$s}
                        - to: kamelet:minimise
                        - to: kamelet:seal
                        - to:
                            uri: kamelet:deliver
                            parameters: {template: %4$s}
                """
                .formatted(name, receive, purpose, template);
    }

    /** Order updates need no consent here: granting it to hundreds is another test's. */
    private static Path configuration(Installation shop) {
        Path directory = shop.directory().resolve("config");
        try {
            FileSystemUtils.copyRecursively(Path.of("config"), directory);
            Files.writeString(directory.resolve("senders.yml"), SENDERS);
            Path templates = directory.resolve("templates.yml");
            Files.writeString(
                    templates, Files.readString(templates).replaceFirst("(?m)^templates:\n", "templates:\n" + OFFER));
            Path purposes = directory.resolve("purposes.yml");
            String updates = Files.readString(purposes)
                    .replaceFirst("lawful-basis: consent", "lawful-basis: contract")
                    .replaceFirst("opt-in: double", "opt-in: none");
            Files.writeString(purposes, updates);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
