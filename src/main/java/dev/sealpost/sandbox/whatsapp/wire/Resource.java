package dev.sealpost.sandbox.whatsapp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A JSON file packed with the sandbox. */
public final class Resource {
    private Resource() {}

    public static JsonNode json(String name) {
        try (InputStream in = Resource.class.getResourceAsStream("/sandbox/" + name)) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read sandbox/" + name, e);
        }
    }
}
