package dev.sealpost.delivery;

import dev.sealpost.message.MessageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What one batch of statuses means for one message: statuses in the order of their times, and of a life where times are equal;
 * each that leads forward is a step, everything else is a duplicate, late, or about another send, and has no effect. A failure is
 * judged as the same refusal of a send would be.
 */
@Component
class StatusSeries {

    /** Statuses carry whole seconds, so several of one message often have the same time. */
    private static final Comparator<StatusUpdate> IN_ORDER =
            Comparator.comparing(StatusUpdate::at).thenComparing(StatusUpdate::state);

    private final RefusalPolicy policy;

    StatusSeries(RefusalPolicy policy) {
        this.policy = policy;
    }

    /** @param consequences of the failures among the steps */
    record Result(Move move, List<Consequence> consequences) {}

    /** @param before where the message is; its row is locked */
    Optional<Result> of(Standing before, List<StatusUpdate> updates) {
        List<StatusStep> steps = new ArrayList<>();
        List<Consequence> consequences = new ArrayList<>();
        Standing now = before;
        for (StatusUpdate update : updates.stream().sorted(IN_ORDER).toList()) {
            if (now.isMovedBy(update)) {
                StatusStep step = step(now, update);
                steps.add(step);
                consequences.addAll(consequences(now, update));
                now = now.after(step);
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Result(through(before, steps), consequences));
    }

    private StatusStep step(Standing now, StatusUpdate update) {
        return update.state() == MessageState.FAILED
                ? StatusStep.failed(update, policy.rule(update.refusal(), now.tried()))
                : StatusStep.straight(update);
    }

    private static List<Consequence> consequences(Standing now, StatusUpdate update) {
        return update.refusal() == null ? List.of() : now.tried().consequences(update.refusal());
    }

    private static Move through(Standing before, List<StatusStep> steps) {
        StatusStep last = steps.get(steps.size() - 1);
        Move.Builder move = Move.of(before.message(), before.state())
                .channelId(last.update().channelId())
                .after(last.delay())
                .counting(last.counting());
        steps.forEach(step -> move.alsoRecords(step.entry(before.message())));
        return move.recorded(last.to(), last.update().reason());
    }
}
