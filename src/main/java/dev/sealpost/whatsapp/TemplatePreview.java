package dev.sealpost.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.delivery.OutboundMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Shows the request that a message would be sent with, written by what writes the real one. */
public final class TemplatePreview {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TemplatePreview() {}

    /** @throws java.util.NoSuchElementException if there is no such template */
    public static JsonNode of(Templates templates, OutboundMessage message) {
        Template template = templates.find(message.template()).orElseThrow();
        try {
            return JSON.readTree(TemplateRequest.json(template, message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
