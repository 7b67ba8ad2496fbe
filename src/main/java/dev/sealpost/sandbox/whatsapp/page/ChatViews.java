package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.util.List;

/** Chats and messages as JSON for the page. Reads the record outside the index's lock. */
final class ChatViews {
    private final Correspondence toPeople;
    private final Correspondence toBusiness;
    private final Rendering rendering;

    ChatViews(Correspondence toPeople, Correspondence toBusiness, Rendering rendering) {
        this.toPeople = toPeople;
        this.toBusiness = toBusiness;
        this.rendering = rendering;
    }

    ArrayNode chats(List<ChatState> states) throws IOException {
        ArrayNode chats = Json.MAPPER.createArrayNode();
        for (ChatState state : states) {
            chats.add(chat(state));
        }
        return chats;
    }

    private ObjectNode chat(ChatState state) throws IOException {
        ObjectNode chat = Json.object().put("person", state.person()).put("unread", state.unread());
        chat.put("activity", state.activity()).put("size", state.size());
        ObjectNode last = message(state.last());
        ObjectNode shown = chat.putObject("last").put("preview", Preview.of(last));
        shown.set("fromPerson", last.get("fromPerson"));
        shown.set("at", last.get("at"));
        shown.set("ticks", last.get("ticks"));
        return chat;
    }

    ArrayNode messages(List<Chat.Place> places) throws IOException {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (Chat.Place place : places) {
            messages.add(message(place));
        }
        return messages;
    }

    private ObjectNode message(Chat.Place place) throws IOException {
        ChatMessage message = (place.fromPerson() ? toBusiness : toPeople).read(place.index());
        ObjectNode shown = rendering.bubble(message);
        shown.put("fromPerson", place.fromPerson());
        shown.put("at", message.at().toEpochMilli());
        ArrayNode ticks = shown.putArray("ticks");
        message.ticks().forEach(tick -> ticks.addObject()
                .put("status", tick.status())
                .put("at", tick.at().toEpochMilli()));
        message.failure()
                .ifPresent(failure ->
                        shown.putObject("failure").put("code", failure.code()).put("title", failure.title()));
        return shown;
    }
}
