package dev.sealpost.sandbox.whatsapp;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults ordered and not yet ended. They are forgotten when the sandbox stops. */
final class Faults {
    private final List<ActiveFault> active = new CopyOnWriteArrayList<>();

    void add(Fault fault) {
        active.add(new ActiveFault(fault, Instant.now()));
    }

    void clear() {
        active.clear();
    }

    List<Fault> active() {
        forgetEnded();
        return active.stream().map(ActiveFault::fault).toList();
    }

    /** What the active faults do to a request of this sender; the first that replaces the answer wins. */
    Strike strike(String sender) {
        if (active.isEmpty()) {
            return Strike.NONE;
        }
        forgetEnded();
        Strike strike = Strike.NONE;
        for (ActiveFault candidate : active) {
            boolean another =
                    strike.answer().isPresent() && candidate.fault().receipt().isPresent();
            if (!another && candidate.strikes(sender)) {
                strike = strike.with(candidate.fault());
            }
        }
        return strike;
    }

    boolean holdsStatuses(String sender) {
        return !active.isEmpty()
                && active().stream()
                        .anyMatch(fault -> fault.kind() == FaultKind.HOLD_STATUSES && fault.concerns(sender));
    }

    private void forgetEnded() {
        Instant now = Instant.now();
        active.removeIf(fault -> fault.hasEnded(now));
    }
}
