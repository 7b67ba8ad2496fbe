package dev.sealpost.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/** A hub with a flow that says back what people write, and Meta, who tells it what they wrote. */
final class InboundHub {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final AtomicInteger WAMID = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final HubClient hub;

    InboundHub(int port, HubClient hub) {
        this.port = port;
        this.hub = hub;
    }

    HubClient api() {
        return hub;
    }

    /** Adds the flows {@code say-back} and {@code say-reply}, and what they need. */
    static Installation install(Installation installation) throws IOException {
        Path config = installation.directory().resolve("config");
        FileSystemUtils.copyRecursively(Path.of("config"), config);
        Files.writeString(
                config.resolve("minimisation.yml"),
                """

                  inbound:
                    firstName: {from: $.kind, transform: keep, why: test}
                    orderNumber: {from: $.text, transform: keep, why: test}
                    trackingLink: {from: $.inbound, transform: keep, why: test}
                  inbound-reply:
                    firstName: {from: $.kind, transform: keep, why: test}
                    orderNumber: {from: $.list.title, transform: keep, why: test}
                    trackingLink: {from: $.replyTo, transform: keep, why: test}
                """,
                StandardOpenOption.APPEND);
        Files.writeString(
                config.resolve("purposes.yml"),
                """

                  answers:
                    description: Answers to what people ask.
                    lawful-basis: contract
                    opt-in: none
                    data-class: ordinary
                    template-category: utility
                    time-to-live: 1h
                    uncertain: {policy: park, window: 10m}
                    priority: 1
                """,
                StandardOpenOption.APPEND);
        return installation
                .with("sealpost.config-directory", config.toString())
                .withFlow("say-back.camel.yaml", flow("say-back", "text,button", "inbound"))
                .withFlow("say-reply.camel.yaml", flow("say-reply", "list", "inbound-reply"));
    }

    private static String flow(String id, String kinds, String event) {
        return """
                - route:
                    id: %s
                    description: Says back what people write.
                    routeConfigurationId: deliver-with-retry
                    from:
                      uri: kamelet:whatsapp-inbound
                      parameters: {kinds: "%s", senders: shop, markRead: true}
                      steps:
                        - to:
                            uri: kamelet:receive
                            parameters: {event: %s, id: "$.inbound", phone: "$.person"}
                        - to:
                            uri: kamelet:require-consent
                            parameters: {purpose: answers}
                        - to: kamelet:minimise
                        - to: kamelet:seal
                        - to:
                            uri: kamelet:deliver
                            parameters: {template: order_shipped}
                """
                .formatted(id, kinds, event);
    }

    static String wamid() {
        return "wamid.test" + WAMID.incrementAndGet();
    }

    /** A text that a person writes now, as Meta tells it. */
    static ObjectNode text(String from, String body) {
        ObjectNode message = JSON.createObjectNode()
                .put("id", wamid())
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .put("type", "text");
        if (from != null) {
            message.put("from", from);
        }
        message.putObject("text").put("body", body);
        return message;
    }

    static ObjectNode messages(JsonNode... messages) {
        ObjectNode value = JSON.createObjectNode().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "15550783881")
                .put("phone_number_id", CloudApiClient.PHONE_NUMBER_ID);
        for (JsonNode message : messages) {
            value.withArray("messages").add(message);
        }
        return value;
    }

    /** A change, signed as Meta signs. */
    void tell(String field, JsonNode value) {
        ObjectNode root = JSON.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode change = root.withArray("entry")
                .addObject()
                .put("id", CloudApiClient.ACCOUNT_ID)
                .withArray("changes")
                .addObject()
                .put("field", field);
        change.set("value", value);
        post(root.toString().getBytes(UTF_8));
    }

    void tell(JsonNode... messages) {
        tell("messages", messages(messages));
    }

    void post(byte[] body) {
        int status = post(body, signature(body)).statusCode();
        if (status != 200) {
            throw new AssertionError("answered " + status);
        }
    }

    HttpResponse<String> post(byte[] body, String signature) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp"))
                .header("X-Hub-Signature-256", signature)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The audit entries of a kind about a person (null: anybody), waited for. */
    List<JsonNode> awaitAudit(String kind, SubjectRef subject, int count) {
        return Awaitility.await(count + " of " + kind)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> audit(kind, subject), entries -> entries.size() >= count);
    }

    List<JsonNode> audit(String kind, SubjectRef subject) {
        return hub.audit("kind=" + kind).stream()
                .filter(entry ->
                        subject == null || entry.path("subject").asText().equals(subject.toString()))
                .toList();
    }

    /** A consent from now on, whatever was said before. */
    void agreesNow(String phone) {
        Instant now = Instant.now();
        hub.call(
                "PUT",
                "/api/consents",
                """
                {"phone":"%s","purpose":"order-updates","status":"granted","evidence":{"source":"form",
                 "notice":"order-updates@1","wording":"Yes","at":"%s","proof":"form-78",
                 "confirmed":{"at":"%s","proof":"mail-link-78"}}}"""
                        .formatted(phone, now, now));
    }

    static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(CloudApiClient.APP_SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
