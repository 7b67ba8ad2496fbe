package dev.sealpost.sandbox.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Until when each number may write freely to each person: 24 hours after the person wrote last, unless set shorter. */
final class ServiceWindows {
    static final Duration USUAL = Duration.ofHours(24);

    private static final int SWEPT_ABOVE = 100_000;

    private record Pair(String sender, String person) {}

    private final Map<Pair, Instant> lastWritten = new ConcurrentHashMap<>();
    private volatile Duration length = USUAL;
    private volatile Enforcement enforcement = Enforcement.WEBHOOK;

    /** How a message outside its window fails. */
    enum Enforcement {
        /** It does not. */
        OFF,
        /** It is accepted and its status becomes failed, as with Meta. */
        WEBHOOK,
        /** It is refused at once. */
        ANSWER
    }

    void enforce(Enforcement how, Duration windowLength) {
        enforcement = how;
        length = windowLength;
    }

    Enforcement enforcement() {
        return enforcement;
    }

    Duration length() {
        return length;
    }

    /** A person wrote. */
    void wrote(InboundMessage message) {
        message.person()
                .forEach(person -> lastWritten.merge(
                        new Pair(message.phoneNumberId(), person), message.at(), ServiceWindows::later));
        if (lastWritten.size() > SWEPT_ABOVE) {
            Instant start = Instant.now().minus(USUAL);
            lastWritten.values().removeIf(start::isAfter);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    boolean isOpen(String sender, String person) {
        Instant last = lastWritten.get(new Pair(sender, person));
        return last != null && last.plus(length).isAfter(Instant.now());
    }
}
