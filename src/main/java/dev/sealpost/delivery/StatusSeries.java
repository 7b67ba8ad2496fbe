package dev.sealpost.delivery;

import dev.sealpost.audit.AuditRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one batch of statuses means for one message: statuses in the order of their times, and of a life where times are equal;
 * each that leads forward is a step, everything else is a duplicate, late, or about another send, and has no effect.
 */
final class StatusSeries {

    /** Statuses carry whole seconds, so several of one message often have the same time. */
    private static final Comparator<StatusUpdate> IN_ORDER =
            Comparator.comparing(StatusUpdate::at).thenComparing(StatusUpdate::state);

    private StatusSeries() {}

    /** @param before where the message is; its row is locked */
    static Optional<Move> move(Standing before, List<StatusUpdate> updates) {
        List<StatusUpdate> steps = new ArrayList<>();
        Standing now = before;
        for (StatusUpdate update : updates.stream().sorted(IN_ORDER).toList()) {
            if (now.isMovedBy(update)) {
                now = now.after(update);
                steps.add(update);
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(through(before, steps));
    }

    private static Move through(Standing before, List<StatusUpdate> steps) {
        StatusUpdate last = steps.get(steps.size() - 1);
        Move.Builder move = Move.of(before.message(), before.state()).channelId(last.channelId());
        steps.forEach(step -> move.alsoRecords(entry(before.message(), step)));
        return move.recorded(last.state(), last.reason());
    }

    private static AuditRecord entry(MessageFacts message, StatusUpdate step) {
        return message.entry(EntryKind.of(step.state()))
                .by("whatsapp")
                .outcome(step.state().name().toLowerCase(Locale.ROOT))
                .reason(step.reason())
                .evidence("wamid", step.channelId())
                .evidence("reportedAt", step.at())
                .build();
    }
}
