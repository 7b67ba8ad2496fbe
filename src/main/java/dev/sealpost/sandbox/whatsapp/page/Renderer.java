package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;

/** Turns one kind of content into what the page shows; lenient, for requests hold what people write. The page escapes. */
@FunctionalInterface
interface Renderer {
    /**
     * @param content what stands under the kind's name; a list as it is
     * @param bubble takes {@code header}, {@code text}, {@code footer}, {@code media}, {@code buttons}, …
     */
    void render(LenientObject content, ObjectNode bubble);
}
