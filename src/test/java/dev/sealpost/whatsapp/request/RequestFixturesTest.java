package dev.sealpost.whatsapp.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Meta's own examples of requests, read in place: each is what a definition and fields make, or the hub does not send it. */
@DisplayName("Meta's examples of requests")
class RequestFixturesTest {

    private static final Path FIXTURES = Path.of("/work/shared/fixtures/whatsapp/requests/meta-openapi");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "none";

    /** Why the hub does not send these. */
    private static final Map<String, String> NOT_SENT = Map.of(
            "Send_Order_Details_Message", "asks for a payment; the hub holds no orders and takes no payments",
            "Send_Order_Status_Message", "belongs to a payment",
            "Send_Sample_Issue_Resolution_Template",
                    "fills quick-reply buttons with true and false, which is neither a payload nor a text");

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void areWhatDefinitionsAndFieldsMake(String name) throws IOException {
        assumeTrue(!name.equals(NONE), () -> FIXTURES + " is not there");
        ObjectNode wanted = normalised(read(name));
        if (NOT_SENT.containsKey(name)) {
            return;
        }
        if (wanted.path("status").asText().equals("read")) {
            assertThat((JsonNode) ReadReceipt.of(wanted.path("message_id").asText(), true))
                    .isEqualTo(wanted);
            return;
        }
        FixtureValues values = new FixtureValues();
        String yaml = new FixtureDefinition(values).yaml(wanted);

        assertThat(made(yaml, values)).isEqualTo(wanted);
    }

    @Test
    void areFifty() throws IOException {
        assumeTrue(Files.isDirectory(FIXTURES), () -> FIXTURES + " is not there");

        assertThat(fixtures()).hasSize(50).containsAll(NOT_SENT.keySet());
    }

    static List<String> fixtures() throws IOException {
        if (!Files.isDirectory(FIXTURES)) {
            return List.of(NONE);
        }
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(file -> file.getFileName().toString())
                    .map(file -> file.substring("request-".length(), file.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    private static ObjectNode read(String name) throws IOException {
        return (ObjectNode)
                JSON.readTree(FIXTURES.resolve("request-" + name + ".json").toFile());
    }

    /** What does not matter: to whom, what Meta takes for granted, and forms that mean the same. */
    private static ObjectNode normalised(ObjectNode request) {
        request.remove(List.of("to", "recipient_type", "type"));
        JsonNode template = request.path("template");
        if (template instanceof ObjectNode object) {
            object.put("name", object.path("name").asText().toLowerCase().replaceAll("[^a-z0-9_]", "_"));
            object.putObject("language").put("code", "en_US");
            object.findParents("date_time")
                    .forEach(parent -> ((ObjectNode) parent.path("date_time")).retain("fallback_value"));
            object.path("components").forEach(component -> buttons((ObjectNode) component));
        }
        request.findParents("link").forEach(parent -> ((ObjectNode) parent).put("link", "https://example.org/a"));
        headerType(request.at("/interactive/header"));
        return request;
    }

    private static void buttons(ObjectNode component) {
        if (component.has("index")) {
            component.put("index", component.path("index").asText());
            component.put("sub_type", component.path("sub_type").asText().toLowerCase());
        }
    }

    /** One of the examples has a placeholder where the word has to be. */
    private static void headerType(JsonNode header) {
        if (header.has("text")) {
            ((ObjectNode) header).put("type", "text");
        }
    }

    private static ObjectNode made(String yaml, FixtureValues values) {
        Definitions definitions = TestDefinitions.of(yaml);
        String name = definitions.byName().keySet().stream()
                .filter(known -> !known.equals("unused"))
                .findFirst()
                .orElseThrow();
        var message = new OutboundMessage(
                MessageId.next(),
                "flow",
                "purpose",
                name,
                "shop",
                Instant.MAX,
                new OpenedContent(new PhoneNumber("+351912345678"), values.fields()),
                null);
        Composition made = new Composer(definitions).compose(message, true, values);
        assertThat(made).isInstanceOf(Composition.Ready.class);
        try {
            ObjectNode request = (ObjectNode) JSON.readTree(((Composition.Ready) made).json());
            assertThat(request.remove("biz_opaque_callback_data").asText())
                    .isEqualTo(message.id().toString());
            return request.without(List.of("to", "recipient_type", "type"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
