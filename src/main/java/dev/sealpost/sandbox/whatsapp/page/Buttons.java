package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;

/**
 * What a person can tap under a message, and the message WhatsApp then sends the business.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples">Webhook payload examples</a>
 */
record Buttons(ArrayNode shown) {
    /** A place for {@code location_request_message}: what a phone would find out by itself. */
    private static final double LATITUDE = 38.7077;

    private static final double LONGITUDE = -9.1366;

    static Buttons in(ObjectNode bubble) {
        return new Buttons(bubble.withArray("buttons"));
    }

    /** A template's quick reply. */
    void quickReply(String title, String payload) {
        ObjectNode button = Json.object().put("payload", payload).put("text", title);
        answer(title, "button", button);
    }

    /** An interactive message's button. */
    void reply(LenientObject reply) {
        String title = reply.text("title").orElse("");
        ObjectNode button = Json.object().put("id", reply.text("id").orElse("")).put("title", title);
        answer(title, "interactive", Json.object().put("type", "button_reply").set("button_reply", button));
    }

    /** A form; the sandbox answers it without asking anything. */
    void flow(String title, String token) {
        ObjectNode form = Json.object().put("name", "flow").put("body", "Sent");
        form.put("response_json", Json.text(Json.object().put("flow_token", token)));
        answer(title, "interactive", Json.object().put("type", "nfm_reply").set("nfm_reply", form));
    }

    void sendLocation() {
        answer(
                "Send location",
                "location",
                Json.object().put("latitude", LATITUDE).put("longitude", LONGITUDE));
    }

    void link(String title, String url) {
        shown.addObject().put("kind", "link").put("title", title).put("url", url);
    }

    void call(String title, String number) {
        shown.addObject().put("kind", "call").put("title", title).put("value", number);
    }

    void copy(String title, String code) {
        shown.addObject().put("kind", "copy").put("title", title).put("value", code);
    }

    /** Something only a real phone can do. */
    void inert(String title) {
        shown.addObject().put("kind", "inert").put("title", title);
    }

    private void answer(String title, String type, JsonNode content) {
        ObjectNode button = shown.addObject().put("kind", "answer").put("title", title);
        button.putObject("answer").put("type", type).set(type, content);
    }
}
