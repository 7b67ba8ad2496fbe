package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the page asks for: a piece of the list of chats, a piece of a chat. */
final class Chats {
    private final ChatIndex index;
    private final ChatViews views;
    private final Feed feed;
    private final ArrayNode business = Json.MAPPER.createArrayNode();

    Chats(ChatIndex index, ChatViews views, Feed feed, List<BusinessNumber> numbers) {
        this.index = index;
        this.views = views;
        this.feed = feed;
        numbers.forEach(number -> business.addObject()
                .put("id", number.id())
                .put("name", number.name())
                .put("number", number.number()));
    }

    /** {@code ?limit=&before=&search=}: the last active first. */
    ObjectNode list(ChatQuery query) throws IOException {
        String moment = feed.now();
        List<ChatState> found =
                index.newest(query.number("before", Long.MAX_VALUE), query.person("search"), query.limit() + 1);
        boolean more = found.size() > query.limit();
        ObjectNode list = Json.object().put("moment", moment).put("people", index.size());
        list.put("more", more);
        list.set("business", business);
        list.set("chats", views.chats(more ? found.subList(0, query.limit()) : found));
        return list;
    }

    /** {@code ?limit=} and {@code before=} a position, for older ones, or {@code from=} one, for newer ones: oldest first. */
    ObjectNode messages(String person, ChatQuery query) throws IOException {
        Optional<ChatState> chat = index.find(person);
        long size = chat.map(ChatState::size).orElse(0);
        long from = query.number("from", -1);
        long first = Math.min(size, from < 0 ? Math.max(0, before(query, size) - query.limit()) : from);
        long end = Math.min(size, from < 0 ? before(query, size) : first + query.limit());
        ObjectNode piece =
                Json.object().put("person", person).put("first", first).put("size", size);
        piece.put("unread", chat.map(ChatState::unread).orElse(0));
        piece.set("messages", views.messages(index.places(person, (int) first, (int) end)));
        return piece;
    }

    private static long before(ChatQuery query, long size) {
        return Math.min(size, query.number("before", size));
    }

    ObjectNode seen(String person) throws IOException {
        index.seen(person);
        return Json.object().put("unread", 0);
    }
}
