package dev.sealpost.delivery;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One message going from one state to another, with the audit entries that say so. It takes place only if the message is then in
 * one of the states {@code from} (and in its attempt number {@code attempt}, unless that is null).
 *
 * @param channelId the channel's id, if it is known now
 * @param delay until the next attempt, for {@code QUEUED}
 * @param claimedBy which hub, for {@code SENDING}
 * @param counting what the refused try counts against, or null
 */
record Move(
        MessageFacts message,
        Set<MessageState> from,
        Integer attempt,
        MessageState to,
        Reason reason,
        String channelId,
        Duration delay,
        String claimedBy,
        Scope counting,
        List<AuditRecord> entries) {

    private static final Set<MessageState> ACTIVE = EnumSet.of(MessageState.QUEUED, MessageState.SENDING);

    Move {
        from.forEach(state -> requireAllowed(state, to));
        entries = List.copyOf(entries);
    }

    private static void requireAllowed(MessageState from, MessageState to) {
        if (!from.mayBecome(to)) {
            throw new IllegalArgumentException("A message in %s may not become %s".formatted(from, to));
        }
    }

    /** The person's next message may go once this has taken place. */
    boolean endsTurn() {
        return to != MessageState.SENDING && from.stream().anyMatch(ACTIVE::contains);
    }

    /** The content will not be sent any more, and nobody received it. */
    boolean leavesDeadLetter() {
        return to == MessageState.FAILED || to == MessageState.PARKED;
    }

    /** It was given up as parked, but arrived. */
    boolean provesDelivery() {
        return from.contains(MessageState.PARKED) && to != MessageState.FAILED;
    }

    static Builder of(MessageFacts message, MessageState... from) {
        return new Builder(message, Set.of(from));
    }

    /** Collects the parts of a move; its own audit entry is made with it. */
    static final class Builder {
        private final MessageFacts message;
        private final Set<MessageState> from;
        private final List<AuditRecord> entries = new ArrayList<>();
        private final Map<String, Object> evidence = new TreeMap<>();
        private Integer attempt;
        private String channelId;
        private Duration delay;
        private String claimedBy;
        private Scope counting;

        private Builder(MessageFacts message, Set<MessageState> from) {
            this.message = message;
            this.from = from;
        }

        Builder attempt(int value) {
            attempt = value;
            return this;
        }

        Builder channelId(String value) {
            channelId = value;
            return this;
        }

        Builder after(Duration value) {
            delay = value;
            return this;
        }

        Builder claimedBy(String value) {
            claimedBy = value;
            return this;
        }

        Builder counting(Scope value) {
            counting = value;
            return this;
        }

        /** Ids that prove the move; null is left out. */
        Builder evidence(String name, Object value) {
            evidence.put(name, value);
            return this;
        }

        /** For what else happened on the way, told before the move itself. */
        Builder alsoRecords(AuditRecord entry) {
            entries.add(entry);
            return this;
        }

        Move to(MessageState to) {
            return to(to, null);
        }

        Move to(MessageState to, Reason reason) {
            entries.add(entry(to, reason));
            return recorded(to, reason);
        }

        /** Its own entry is among those it also records. */
        Move recorded(MessageState to, Reason reason) {
            return new Move(message, from, attempt, to, reason, channelId, delay, claimedBy, counting, entries);
        }

        private AuditRecord entry(MessageState to, Reason reason) {
            AuditRecord.Builder entry = message.entry(EntryKind.of(to))
                    .outcome(to.name().toLowerCase(Locale.ROOT))
                    .reason(reason)
                    .evidence("attempt", attempt)
                    .evidence("hub", claimedBy)
                    .evidence("retryAfterMs", delay == null ? null : delay.toMillis());
            evidence.forEach(entry::evidence);
            return entry.build();
        }
    }
}
