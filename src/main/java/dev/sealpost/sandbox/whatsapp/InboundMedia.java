package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.media.MediaFile;
import dev.sealpost.sandbox.whatsapp.media.MediaStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Puts a file behind what a person sends, so that the business can download it. */
final class InboundMedia {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final Map<String, String> TYPES = Map.of(
            "image", "image/png",
            "sticker", "image/webp",
            "audio", "audio/ogg; codecs=opus",
            "video", "video/mp4",
            "document", "application/pdf");

    private final MediaStore store;

    InboundMedia(MediaStore store) {
        this.store = store;
    }

    /** Adds id, type and digest to a message of a media type that names no id. */
    void complete(ObjectNode message, Sender to) {
        String type = message.path("type").asText();
        if (!TYPES.containsKey(type) || message.path(type).has("id")) {
            return;
        }
        ObjectNode media = message.withObjectProperty(type);
        String mimeType = media.path("mime_type").asText(TYPES.get(type));
        MediaFile file = keep(to, mimeType, content(type));
        byte[] digest = HexFormat.of().parseHex(file.sha256());
        media.put("mime_type", mimeType)
                .put("sha256", Base64.getEncoder().encodeToString(digest))
                .put("id", file.id());
    }

    private MediaFile keep(Sender to, String mimeType, byte[] content) {
        try {
            return store.add(to.account(), mimeType, new ByteArrayInputStream(content), MediaStore.RECEIVED);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its record", e);
        }
    }

    private static byte[] content(String type) {
        return type.equals("image")
                ? Base64.getDecoder().decode(PIXEL)
                : "A %s of the sandbox".formatted(type).getBytes(StandardCharsets.UTF_8);
    }
}
