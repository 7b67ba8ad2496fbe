package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The account's approved templates by name and language, read from {@code sandbox/templates.json}. */
final class Templates {
    private record Key(String name, String language) {}

    private final Map<Key, Template> approved = new HashMap<>();

    Templates() {
        for (JsonNode entry : Resource.json("templates.json")) {
            var template = new Template(
                    entry.get("name").textValue(),
                    entry.get("language").textValue(),
                    entry.get("category").textValue(),
                    entry.get("body").textValue());
            approved.put(new Key(template.name(), template.language()), template);
        }
    }

    Optional<Template> find(String name, String language) {
        return Optional.ofNullable(approved.get(new Key(name, language)));
    }
}
