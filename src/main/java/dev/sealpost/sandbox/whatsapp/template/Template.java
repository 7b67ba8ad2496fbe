package dev.sealpost.sandbox.whatsapp.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * A message template.
 *
 * @param category MARKETING, UTILITY or AUTHENTICATION
 * @param named whether its variables have names instead of numbers
 * @param components as Meta lists them: HEADER, BODY, FOOTER, BUTTONS
 */
public record Template(
        String id,
        String name,
        String language,
        String category,
        TemplateStatus status,
        boolean named,
        ArrayNode components) {
    private static final String NAMED = "NAMED";

    /** As it is listed and kept. */
    static Template of(String id, JsonNode node) {
        return new Template(
                id,
                node.path("name").asText(),
                node.path("language").asText(),
                node.path("category").asText().toUpperCase(Locale.ROOT),
                TemplateStatus.of(node.path("status").asText()).orElse(TemplateStatus.APPROVED),
                node.path("parameter_format").asText().equalsIgnoreCase(NAMED),
                (ArrayNode) node.get("components"));
    }

    Template with(TemplateStatus other) {
        return new Template(id, name, language, category, other, named, components);
    }

    /** In Meta's words. */
    public ObjectNode node() {
        ObjectNode node = Json.object()
                .put("name", name)
                .put("parameter_format", named ? NAMED : "POSITIONAL")
                .put("language", language)
                .put("status", status.name())
                .put("category", category)
                .put("id", id);
        node.set("components", components);
        return node;
    }

    /** The component of this type, if it has one. */
    public Optional<JsonNode> component(String type) {
        for (JsonNode component : components) {
            if (component.path("type").asText().equalsIgnoreCase(type)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    /** Its body's one parameter is a code, which a button copies. */
    public boolean isAuthentication() {
        return category.equals("AUTHENTICATION");
    }
}
