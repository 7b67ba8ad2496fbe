package dev.sealpost.whatsapp.notice;

import static dev.sealpost.whatsapp.notice.JsonText.clean;
import static dev.sealpost.whatsapp.notice.JsonText.text;
import static dev.sealpost.whatsapp.notice.JsonText.textOrEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.notice.Content.Bare;
import dev.sealpost.whatsapp.notice.Content.Choice;
import dev.sealpost.whatsapp.notice.Content.Data;
import dev.sealpost.whatsapp.notice.Content.Media;
import dev.sealpost.whatsapp.notice.Content.Reaction;
import dev.sealpost.whatsapp.notice.Content.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads what a message holds, by its {@code type} (<a
 * href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages">reference</a>).
 */
final class ContentReader {

    /** What is read as nothing known. */
    static final Bare OTHER = new Bare("other");

    private static final Map<String, Function<JsonNode, Content>> READERS = readers();

    private ContentReader() {}

    static Content read(JsonNode message) {
        return READERS.getOrDefault(message.path("type").asText(), other -> OTHER)
                .apply(message);
    }

    private static Map<String, Function<JsonNode, Content>> readers() {
        Map<String, Function<JsonNode, Content>> readers = new HashMap<>();
        readers.put("text", message -> new Text(textOrEmpty(message.path("text").path("body"))));
        for (String type : new String[] {"image", "audio", "video", "document", "sticker"}) {
            readers.put(type, message -> media(type, message.path(type)));
        }
        for (String type : new String[] {"location", "contacts", "order"}) {
            readers.put(type, message -> data(type, message.path(type)));
        }
        readers.put("button", message -> button(message.path("button")));
        readers.put("interactive", message -> interactive(message.path("interactive")));
        readers.put("reaction", message -> reaction(message.path("reaction")));
        readers.put("edit", message -> edit(message.path("edit")));
        readers.put("revoke", message -> new Change(original(message.path("revoke")), null));
        readers.put("system", ContentReader::system);
        readers.put("request_welcome", message -> new Bare("welcome"));
        readers.put("unsupported", message -> new Bare("unsupported"));
        return Map.copyOf(readers);
    }

    private static Content media(String type, JsonNode media) {
        return new Media(
                type,
                textOrEmpty(media.path("id")),
                textOrEmpty(media.path("mime_type")),
                textOrEmpty(media.path("sha256")),
                text(media.path("caption")),
                text(media.path("filename")));
    }

    private static Content data(String kind, JsonNode data) {
        return data.isMissingNode() ? OTHER : new Data(kind, clean(data));
    }

    private static Content button(JsonNode button) {
        return new Choice("button", textOrEmpty(button.path("payload")), textOrEmpty(button.path("text")), null);
    }

    private static Content interactive(JsonNode interactive) {
        String type = interactive.path("type").asText();
        JsonNode reply = interactive.path(type);
        return switch (type) {
            case "button_reply" -> choice("button", reply);
            case "list_reply" -> choice("list", reply);
            case "nfm_reply" -> data("form", reply);
            case "call_permission_reply" -> new Bare("call-permission");
            default -> OTHER;
        };
    }

    private static Content choice(String kind, JsonNode reply) {
        return new Choice(
                kind, textOrEmpty(reply.path("id")), textOrEmpty(reply.path("title")), text(reply.path("description")));
    }

    private static Content reaction(JsonNode reaction) {
        String emoji = text(reaction.path("emoji"));
        return new Reaction(text(reaction.path("message_id")), emoji == null || emoji.isEmpty() ? null : emoji);
    }

    /** What was edited may not itself be an edit. */
    private static Content edit(JsonNode edit) {
        Content edited = read(edit.path("message"));
        return edited instanceof Change ? OTHER : new Change(original(edit), edited);
    }

    private static String original(JsonNode change) {
        return text(change.path("original_message_id"));
    }

    private static Content system(JsonNode message) {
        JsonNode system = message.path("system");
        return switch (system.path("type").asText()) {
            case "user_changed_number", "user_changed_user_id" ->
                new NumberChange(
                        PersonReader.phone(system.path("wa_id"))
                                .or(() -> PersonReader.phone(system.path("new_wa_id")))
                                .orElse(null),
                        PersonReader.userId(system.path("previous_user_id"))
                                .or(() -> PersonReader.userId(message.path("from_user_id")))
                                .orElse(null),
                        PersonReader.userId(system.path("user_id")).orElse(null));
            case "customer_identity_changed", "user_identity_changed" -> new Bare("identity-changed");
            default -> OTHER;
        };
    }
}
