package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the definition that an example is an example of. */
record FixtureDefinition(FixtureValues values) {

    private static final ObjectMapper JSON = new ObjectMapper();
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
            object.properties().forEach(entry -> copy.set(entry.getKey(), places(entry.getKey(), entry.getValue())));
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
            values.fields()
                    .put("amount", Double.toString(money.path("amount_1000").asInt() / 1000.0));
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
