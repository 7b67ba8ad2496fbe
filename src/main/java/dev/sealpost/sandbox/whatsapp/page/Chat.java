package dev.sealpost.sandbox.whatsapp.page;

import java.util.Arrays;
import java.util.Locale;

/** One person's chat: where its messages are in the record. In memory four bytes a message. */
final class Chat {
    /** A message of a chat: its index in the correspondence of its direction. */
    record Place(boolean fromPerson, int index) {}

    private final String person;
    private int[] places = new int[4];
    private int size;
    private int arrived;
    private int seen;
    private long activity;

    Chat(String person) {
        this.person = person;
    }

    /** Something the person received. */
    void arrived(int index, long now) {
        append(index, now);
        arrived++;
    }

    /** Who writes has seen what was there. */
    void written(int index, long now) {
        append(~index, now);
        seen();
    }

    void seen() {
        seen = arrived;
    }

    private void append(int place, long now) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        places[size++] = place;
        activity = now;
    }

    Place place(int position) {
        int place = places[position];
        return place < 0 ? new Place(true, ~place) : new Place(false, place);
    }

    String person() {
        return person;
    }

    /** Whether this is part of the person's number or user id. */
    boolean isCalled(String part) {
        return person.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    int size() {
        return size;
    }

    int unread() {
        return arrived - seen;
    }

    /** Grows with every message of any chat: who has the highest was active last. */
    long activity() {
        return activity;
    }
}
