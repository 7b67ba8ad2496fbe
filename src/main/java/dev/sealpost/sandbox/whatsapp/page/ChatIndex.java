package dev.sealpost.sandbox.whatsapp.page;

import dev.sealpost.sandbox.whatsapp.page.Correspondence.Stamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which messages make up whose chat. Nobody tells it: it follows the record when it is asked, for the first time when
 * somebody opens the page, and then costs about 5 µs and 4 bytes a message. What was on record when the sandbox started counts as seen.
 */
final class ChatIndex {
    private final Correspondence toPeople;
    private final Correspondence toBusiness;
    private final int seenAtStart;
    private final Map<String, Chat> byPerson = new HashMap<>();
    private final NavigableMap<Long, Chat> byActivity = new TreeMap<>();
    private long activity;
    private int arrived;
    private int written;

    ChatIndex(Correspondence toPeople, Correspondence toBusiness) {
        this.toPeople = toPeople;
        this.toBusiness = toBusiness;
        this.seenAtStart = toPeople.size();
    }

    /** Both directions by their times, as far as they have got. */
    private void follow() throws IOException {
        int lastArrived = toPeople.size();
        int lastWritten = toBusiness.size();
        Stamp nextArrived = arrived < lastArrived ? toPeople.stamp(arrived) : null;
        Stamp nextWritten = written < lastWritten ? toBusiness.stamp(written) : null;
        while (nextArrived != null || nextWritten != null) {
            if (nextWritten == null || nextArrived != null && !nextArrived.at().isAfter(nextWritten.at())) {
                addArrived(nextArrived);
                nextArrived = arrived < lastArrived ? toPeople.stamp(arrived) : null;
            } else {
                addWritten(nextWritten);
                nextWritten = written < lastWritten ? toBusiness.stamp(written) : null;
            }
        }
    }

    private void addArrived(Stamp stamp) {
        int index = arrived++;
        stamp.person().map(this::activated).ifPresent(chat -> {
            chat.arrived(index, activity);
            if (index < seenAtStart) {
                chat.seen();
            }
            byActivity.put(activity, chat);
        });
    }

    private void addWritten(Stamp stamp) {
        int index = written++;
        stamp.person().map(this::activated).ifPresent(chat -> {
            chat.written(index, activity);
            byActivity.put(activity, chat);
        });
    }

    private Chat activated(String person) {
        Chat chat = byPerson.computeIfAbsent(person, Chat::new);
        byActivity.remove(chat.activity());
        activity++;
        return chat;
    }

    /** How far it has got: the activity of the chat that was active last. */
    synchronized long followed() throws IOException {
        follow();
        return activity;
    }

    /** How many people there are. */
    synchronized int size() {
        return byPerson.size();
    }

    /**
     * Chats, the last active first.
     *
     * @param before only those whose last activity is older
     * @param part only people whose number or user id has this in it
     */
    synchronized List<ChatState> newest(long before, String part, int limit) throws IOException {
        follow();
        var found = new ArrayList<ChatState>();
        for (Chat chat : byActivity.headMap(before, false).descendingMap().values()) {
            if (found.size() == limit) {
                break;
            }
            if (chat.isCalled(part)) {
                found.add(ChatState.of(chat));
            }
        }
        return found;
    }

    /** The chats with messages after this activity, the last active first; at most so many. */
    synchronized List<ChatState> since(long since, int limit) throws IOException {
        follow();
        return byActivity.tailMap(since, false).descendingMap().values().stream()
                .limit(limit)
                .map(ChatState::of)
                .toList();
    }

    synchronized Optional<ChatState> find(String person) throws IOException {
        follow();
        return Optional.ofNullable(byPerson.get(person)).map(ChatState::of);
    }

    /** The places of a person's messages from one position to before another. */
    synchronized List<Chat.Place> places(String person, int from, int to) {
        Chat chat = byPerson.get(person);
        var places = new ArrayList<Chat.Place>();
        for (int position = from; position < to; position++) {
            places.add(chat.place(position));
        }
        return places;
    }

    synchronized void seen(String person) throws IOException {
        follow();
        Optional.ofNullable(byPerson.get(person)).ifPresent(Chat::seen);
    }
}
