package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changed since a moment, for a page that listens or polls. A moment of another run, or too many changes, ask it to start over. */
final class Feed {
    static final int MOST = 50;

    /** A moment: this run, and how far its record was followed. */
    private static final Pattern MOMENT = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,18})");

    private final String run = UUID.randomUUID().toString();
    private final ChatIndex index;
    private final ChatViews views;

    Feed(ChatIndex index, ChatViews views) {
        this.index = index;
        this.views = views;
    }

    String moment(long activity) {
        return run + "." + activity;
    }

    String now() throws IOException {
        return moment(index.followed());
    }

    ObjectNode since(String moment) throws IOException {
        Matcher known = MOMENT.matcher(moment);
        long now = index.followed();
        ObjectNode changes = Json.object().put("moment", moment(now));
        boolean thisRun = known.matches() && known.group(1).equals(run);
        List<ChatState> changed = thisRun ? index.since(Long.parseLong(known.group(2)), MOST + 1) : List.of();
        boolean startOver = !thisRun || changed.size() > MOST;
        changes.put("startOver", startOver).put("people", index.size());
        changes.set("chats", views.chats(startOver ? List.of() : changed));
        return changes;
    }
}
