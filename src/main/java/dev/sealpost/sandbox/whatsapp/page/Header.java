package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;

/** What stands above a message's text: a line, a medium or a place, as {@code type} says. */
final class Header {
    private Header() {}

    static void render(LenientObject header, ObjectNode bubble) {
        String type = header.text("type").orElse("");
        if (Media.KINDS.contains(type)) {
            Media.show(type, header.object(type), bubble);
        } else if (type.equals("location")) {
            bubble.set("location", Places.location(header.object(type)));
        } else {
            header.text("text").ifPresent(text -> bubble.put("header", text));
        }
    }
}
