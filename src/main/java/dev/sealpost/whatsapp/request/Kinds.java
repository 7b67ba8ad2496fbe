package dev.sealpost.whatsapp.request;

import java.util.Map;
import java.util.TreeMap;

/** The kinds of free-form messages, by the word that Meta has for them. */
final class Kinds {

    private static final int LONGEST_TEXT = 4096;

    static final Map<String, Shape> BY_WORD = new TreeMap<>(Map.of(
            "text", text(),
            "image", MediaShapes.image(),
            "video", MediaShapes.video(),
            "audio", MediaShapes.audio(),
            "document", MediaShapes.document(),
            "sticker", MediaShapes.sticker(),
            "location", location(),
            "contacts", ContactShapes.contacts(),
            "reaction", reaction(),
            "interactive", InteractiveShapes.interactive()));

    private Kinds() {}

    private static Shape text() {
        return GroupShape.empty().required("body", TextShape.of(LONGEST_TEXT)).optional("preview_url", new FlagShape());
    }

    static GroupShape location() {
        return GroupShape.empty()
                .required("latitude", NumberShape.between(-90, 90))
                .required("longitude", NumberShape.between(-180, 180))
                .optional("name", TextShape.of(1000))
                .optional("address", TextShape.of(1000));
    }

    private static Shape reaction() {
        return GroupShape.empty().required("message_id", new MessageShape()).required("emoji", TextShape.of(16));
    }
}
