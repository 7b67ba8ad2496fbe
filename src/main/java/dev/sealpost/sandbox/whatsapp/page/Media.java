package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;

/** Pictures, sound, films, documents and stickers, which lie elsewhere ({@code link}) or were uploaded ({@code id}). */
final class Media {
    static final List<String> KINDS = List.of("image", "video", "audio", "document", "sticker");

    private static final List<String> FACTS = List.of("id", "link", "filename", "mime_type");

    private Media() {}

    static void render(String kind, LenientObject media, ObjectNode bubble) {
        show(kind, media, bubble);
        media.text("caption").ifPresent(caption -> bubble.put("text", caption));
    }

    /** Without its caption, as a header has none. */
    static void show(String kind, LenientObject media, ObjectNode in) {
        ObjectNode shown = in.putObject("media").put("kind", kind);
        FACTS.forEach(fact -> media.text(fact).ifPresent(value -> shown.put(fact, value)));
    }
}
