package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.HashMap;
import java.util.Map;

/** Messages as the page shows them, by their kind; of an unknown kind, the plain text. */
final class Rendering {
    /** The business's number, in a bubble. */
    static final String NUMBER = "number";

    /** Id, type and number. */
    private static final int ALWAYS = 3;

    private final Map<String, Renderer> renderers = new HashMap<>();

    Rendering(TemplateTexts templates) {
        renderers.put("text", (text, bubble) -> text.text("body").ifPresent(body -> bubble.put("text", body)));
        renderers.put("template", new TemplateRenderer(templates));
        renderers.put("interactive", new InteractiveRenderer());
        renderers.put("button", (button, bubble) -> button.text("text").ifPresent(text -> bubble.put("text", text)));
        renderers.put("location", (location, bubble) -> bubble.set("location", Places.location(location)));
        renderers.put("contacts", (contacts, bubble) -> bubble.set("contacts", ContactCards.of(contacts)));
        renderers.put("reaction", Rendering::reaction);
        Media.KINDS.forEach(kind -> renderers.put(kind, (media, bubble) -> Media.render(kind, media, bubble)));
    }

    private static void reaction(LenientObject reaction, ObjectNode bubble) {
        ObjectNode shown = bubble.putObject("reaction");
        shown.put("emoji", reaction.text("emoji").orElse(""));
        shown.put("to", reaction.text("message_id").orElse(""));
    }

    ObjectNode bubble(ChatMessage message) {
        LenientObject content = message.content();
        String type = content.text("type").orElse("text");
        ObjectNode bubble =
                Json.object().put("id", message.id()).put("type", type).put(NUMBER, message.number());
        Renderer renderer = renderers.get(type);
        if (renderer != null) {
            renderer.render(content.object(type), bubble);
        }
        if (bubble.size() == ALWAYS) {
            bubble.put("text", message.text().isBlank() ? "A message of type " + type : message.text());
        }
        quoted(content, bubble);
        return bubble;
    }

    /** {@code message_id} in requests, {@code id} in webhooks. */
    private static void quoted(LenientObject content, ObjectNode bubble) {
        LenientObject context = content.object("context");
        context.text("message_id").or(() -> context.text("id")).ifPresent(id -> bubble.put("quotes", id));
    }
}
