package dev.sealpost.whatsapp.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.whatsapp.media.MediaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Values values = new Values();
        String yaml = new DefinitionOf(values).yaml(wanted);

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

    private static ObjectNode made(String yaml, Values values) {
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
                new OpenedContent(new PhoneNumber("+351912345678"), values.fields),
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

    /** Every text and number of an example becomes a field, so that nothing of the example stands in a definition. */
    private static final class Values implements References {

        private final Map<String, String> fields = new HashMap<>();

        String field(JsonNode value) {
            String name = "f" + fields.size();
            fields.put(name, value.asText());
            return name;
        }

        @Override
        public Optional<String> mediaId(MediaFile file) {
            return Optional.empty();
        }

        @Override
        public Optional<String> wamid(String message) {
            return Optional.of(message);
        }

        @Override
        public boolean isApproved(String template, String language) {
            return true;
        }
    }

    /** Writes the definition that an example is an example of. */
    private record DefinitionOf(Values values) {

        private static final List<String> WORDS = List.of("type", "name", "flow_message_version");

        String yaml(ObjectNode wanted) {
            ObjectNode file = JSON.createObjectNode();
            file.putObject("templates");
            if (wanted.has("template")) {
                ((ObjectNode) file.path("templates"))
                        .set(wanted.at("/template/name").asText(), template((ObjectNode) wanted.path("template")));
                return file.toString();
            }
            ObjectNode message = file.putObject("messages").putObject("example");
            message.put("category", "utility");
            wanted.properties().forEach(entry -> {
                if (entry.getKey().equals("context")) {
                    message.put("reply-to", place(entry.getValue().path("message_id")));
                } else if (!entry.getKey().equals("messaging_product")) {
                    message.set(entry.getKey(), places(entry.getKey(), entry.getValue()));
                }
            });
            return file.toString();
        }

        private JsonNode places(String key, JsonNode value) {
            if (value instanceof ObjectNode object) {
                ObjectNode copy = JSON.createObjectNode();
                object.properties()
                        .forEach(entry -> copy.set(entry.getKey(), places(entry.getKey(), entry.getValue())));
                return copy;
            }
            if (value instanceof ArrayNode list) {
                ArrayNode copy = JSON.createArrayNode();
                list.forEach(item -> copy.add(places(key, item)));
                return copy;
            }
            boolean word = WORDS.contains(key) && value.asText().matches("[a-z_0-9]+");
            return word || value.isBoolean() ? value : JSON.getNodeFactory().textNode(place(value));
        }

        private String place(JsonNode value) {
            return "{" + values.field(value) + "}";
        }

        private ObjectNode template(ObjectNode wanted) {
            ObjectNode template = JSON.createObjectNode();
            template.put("language", wanted.at("/language/code").asText()).put("category", "utility");
            if (!wanted.has("components")) {
                template.putArray("parameters");
            }
            wanted.path("components").forEach(component -> add(component, template));
            return template;
        }

        private void add(JsonNode component, ObjectNode template) {
            JsonNode first = component.at("/parameters/0");
            switch (component.path("type").asText()) {
                case "header" ->
                    template.putObject("header").putObject("image").put("link", place(first.at("/image/link")));
                case "body" -> {
                    ArrayNode body = template.putArray("body");
                    component.path("parameters").forEach(parameter -> body.add(parameter(parameter)));
                }
                default -> ((ArrayNode) template.withArrayProperty("buttons")).add(button(component, first));
            }
        }

        private JsonNode parameter(JsonNode parameter) {
            ObjectNode typed = JSON.createObjectNode();
            if (parameter.has("currency")) {
                JsonNode money = parameter.path("currency");
                values.fields.put(
                        "amount", Double.toString(money.path("amount_1000").asInt() / 1000.0));
                typed.putObject("currency")
                        .put("code", place(money.path("code")))
                        .put("amount", "amount")
                        .put("fallback", values.field(money.path("fallback_value")));
                return typed;
            }
            return parameter.has("date_time")
                    ? typed.put("date-time", values.field(parameter.at("/date_time/fallback_value")))
                    : JSON.getNodeFactory().textNode(values.field(parameter.path("text")));
        }

        private ObjectNode button(JsonNode component, JsonNode first) {
            String type = component.path("sub_type").asText().replace('_', '-');
            ObjectNode button = JSON.createObjectNode()
                    .put("type", type)
                    .put("index", component.path("index").asInt());
            return switch (type) {
                case "quick-reply" -> button.put("payload", place(first.path("payload")));
                case "catalog" -> button.put("thumbnail", place(first.at("/action/thumbnail_product_retailer_id")));
                default ->
                    (ObjectNode) button.put("token", place(first.at("/action/flow_token")))
                            .set("data", places("data", first.at("/action/flow_action_data")));
            };
        }
    }
}
