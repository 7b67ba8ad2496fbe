package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;
import java.util.Locale;

/** Templates: the approved texts, filled with the parameters of the request. */
final class TemplateRenderer implements Renderer {
    private final TemplateTexts templates;

    TemplateRenderer(TemplateTexts templates) {
        this.templates = templates;
    }

    @Override
    public void render(LenientObject template, ObjectNode bubble) {
        String name = template.text("name").orElse("");
        String language = template.object("language").text("code").orElse("");
        List<LenientObject> texts =
                templates.components(bubble.path(Rendering.NUMBER).asText(), name, language);
        if (texts.isEmpty()) {
            return;
        }
        bubble.putObject("template").put("name", name).put("language", language);
        List<LenientObject> filling = template.list("components");
        texts.forEach(component -> render(component, filling, bubble));
    }

    private static void render(LenientObject component, List<LenientObject> filling, ObjectNode bubble) {
        switch (lower(component, "type")) {
            case "header" -> header(component, filling, bubble);
            case "body" ->
                component
                        .text("text")
                        .ifPresent(text ->
                                bubble.put("text", Filling.of(filling, "body").fill(text)));
            case "footer" -> component.text("text").ifPresent(text -> bubble.put("footer", text));
            case "buttons" -> TemplateButtons.render(component.list("buttons"), filling, Buttons.in(bubble));
            default -> {}
        }
    }

    private static void header(LenientObject component, List<LenientObject> filling, ObjectNode bubble) {
        Filling values = Filling.of(filling, "header");
        if (lower(component, "format").equals("text")) {
            component.text("text").ifPresent(text -> bubble.put("header", values.fill(text)));
        } else {
            values.parameters().stream().findFirst().ifPresent(parameter -> Header.render(parameter, bubble));
        }
    }

    static String lower(LenientObject object, String field) {
        return object.text(field).orElse("").toLowerCase(Locale.ROOT);
    }
}
