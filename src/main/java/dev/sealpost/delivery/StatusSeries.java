package dev.sealpost.delivery;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one batch of statuses means for one message: statuses in the order of their times, and of a life where times are equal;
 * each that leads forward is a step, everything else is a duplicate or late and has no effect.
 */
final class StatusSeries {

    /** Statuses carry whole seconds, so several of one message often have the same time. */
    private static final Comparator<StatusUpdate> IN_ORDER =
            Comparator.comparing(StatusUpdate::at).thenComparing(StatusUpdate::state);

    private StatusSeries() {}

    /** @param current where the message is; its row is locked */
    static Optional<Move> move(MessageFacts message, MessageState current, List<StatusUpdate> updates) {
        List<StatusUpdate> steps = new ArrayList<>();
        MessageState state = current;
        for (StatusUpdate update : updates.stream().sorted(IN_ORDER).toList()) {
            if (state.mayBecome(update.state())) {
                state = update.state();
                steps.add(update);
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(through(message, current, steps));
    }

    private static Move through(MessageFacts message, MessageState current, List<StatusUpdate> steps) {
        StatusUpdate last = steps.get(steps.size() - 1);
        Move.Builder move = Move.of(message, current).channelId(last.channelId());
        steps.forEach(step -> move.alsoRecords(entry(message, step)));
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
