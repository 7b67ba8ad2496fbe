package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.media.MediaFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every text and number of an example becomes a field, so that nothing of the example stands in a definition. */
final class FixtureValues implements References {

    private final Map<String, String> fields = new HashMap<>();

    Map<String, String> fields() {
        return fields;
    }

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
