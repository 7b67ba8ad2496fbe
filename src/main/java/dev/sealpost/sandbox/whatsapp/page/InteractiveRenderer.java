package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;

/** Interactive messages of the business, and what people tapped in them. */
final class InteractiveRenderer implements Renderer {
    @Override
    public void render(LenientObject content, ObjectNode bubble) {
        Header.render(content.object("header"), bubble);
        content.object("body").text("text").ifPresent(text -> bubble.put("text", text));
        content.object("footer").text("text").ifPresent(text -> bubble.put("footer", text));
        String type = content.text("type").orElse("");
        action(type, content.object("action"), bubble);
        answer(type, content.object(type), bubble);
    }

    private static void action(String type, LenientObject action, ObjectNode bubble) {
        LenientObject parameters = action.object("parameters");
        switch (type) {
            case "button" ->
                action.list("buttons").forEach(button -> Buttons.in(bubble).reply(button.object("reply")));
            case "list" -> bubble.set("list", list(action));
            case "cta_url" ->
                Buttons.in(bubble)
                        .link(
                                parameters.text("display_text").orElse("Open"),
                                parameters.text("url").orElse(""));
            case "flow" ->
                Buttons.in(bubble)
                        .flow(
                                parameters.text("flow_cta").orElse("Open"),
                                parameters.text("flow_token").orElse("unused"));
            case "location_request_message" -> Buttons.in(bubble).sendLocation();
            case "product", "product_list", "catalog_message" ->
                Buttons.in(bubble).inert("View items");
            case "order_details", "order_status" -> Buttons.in(bubble).inert("View order");
            default -> {}
        }
    }

    private static ObjectNode list(LenientObject action) {
        ObjectNode list = Json.object().put("title", action.text("button").orElse("Options"));
        ArrayNode sections = list.putArray("sections");
        action.list("sections").forEach(section -> {
            ObjectNode shown =
                    sections.addObject().put("title", section.text("title").orElse(""));
            ArrayNode rows = shown.putArray("rows");
            section.list("rows").forEach(row -> rows.add(row(row)));
        });
        return list;
    }

    private static ObjectNode row(LenientObject row) {
        ObjectNode picked = Json.object();
        for (String fact : new String[] {"id", "title", "description"}) {
            row.text(fact).ifPresent(value -> picked.put(fact, value));
        }
        ObjectNode shown = Json.object().put("title", row.text("title").orElse(""));
        row.text("description").ifPresent(description -> shown.put("description", description));
        ObjectNode answer = shown.putObject("answer").put("type", "interactive");
        answer.putObject("interactive").put("type", "list_reply").set("list_reply", picked);
        return shown;
    }

    private static void answer(String type, LenientObject answer, ObjectNode bubble) {
        switch (type) {
            case "button_reply", "list_reply" -> {
                answer.text("title").ifPresent(title -> bubble.put("text", title));
                answer.text("description").ifPresent(description -> bubble.put("footer", description));
            }
            case "nfm_reply" -> bubble.put("text", "Form sent");
            default -> {}
        }
    }
}
