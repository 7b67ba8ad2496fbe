package dev.sealpost.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The hub's own settings as Boot's annotation processor wrote them down when the hub was compiled.
 *
 * @param types of each setting, by its name
 * @param holders the class that each setting is read into; those of the sandbox may be absent from this jar
 * @param classes the settings classes
 */
record SettingsMetadata(Map<String, String> types, Map<String, String> holders, Set<String> classes) {

    static final String ROOT = "sealpost";

    private static final String LOCATION = "META-INF/spring-configuration-metadata.json";

    static SettingsMetadata load(ClassLoader classLoader) {
        try {
            for (URL resource : Collections.list(classLoader.getResources(LOCATION))) {
                SettingsMetadata metadata = of(new ObjectMapper().readTree(resource));
                if (!metadata.types().isEmpty()) {
                    return metadata;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new IllegalStateException(
                LOCATION + " is missing: the hub was compiled without spring-boot-configuration-processor");
    }

    Set<String> names() {
        return types.keySet();
    }

    /** Whether anything may stand below it: {@code hub.tags.x}, {@code hub.list[0]}. */
    boolean isCollection(String name) {
        String type = types.getOrDefault(name, "");
        return type.startsWith("java.util.") || type.endsWith("[]");
    }

    private static SettingsMetadata of(JsonNode file) {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, String> holders = new LinkedHashMap<>();
        Set<String> classes = new LinkedHashSet<>();
        file.path("properties").forEach(property -> put(types, property, "type"));
        file.path("properties").forEach(property -> put(holders, property, "sourceType"));
        for (JsonNode group : file.path("groups")) {
            if (isOurs(group)) {
                classes.add(group.path("sourceType").asText());
            }
        }
        return new SettingsMetadata(types, holders, classes);
    }

    private static void put(Map<String, String> values, JsonNode property, String attribute) {
        if (isOurs(property)) {
            values.put(property.path("name").asText(), property.path(attribute).asText());
        }
    }

    private static boolean isOurs(JsonNode item) {
        return (item.path("name").asText() + ".").startsWith(ROOT + ".");
    }
}
