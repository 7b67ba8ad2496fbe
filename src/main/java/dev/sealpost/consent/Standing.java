package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where one person stands on everything. */
record Standing(SubjectRef subject, ConsentSnapshot snapshot) {

    Optional<ConsentState> on(String purpose) {
        return snapshot.of(subject, purpose);
    }

    Set<String> purposes() {
        return states().map(ConsentState::purpose).collect(Collectors.toSet());
    }

    /** For every purpose: a withdrawal from all of them was recorded, and nothing was agreed to since. */
    boolean isStopped(String purpose) {
        boolean everything = purpose.equals(ConsentSnapshot.EVERY_PURPOSE);
        return stops(purpose) && (!everything || states().allMatch(state -> stops(state.purpose())));
    }

    /**
     * When a statement came about, not after now. One that is made now is not older than anything said before, even if a clock
     * was set back: a stop that is given now takes effect now.
     */
    Instant timeOf(Statement said, Instant now) {
        if (said.at() != null) {
            return said.at().isAfter(now) ? now : said.at();
        }
        return states().map(ConsentState::at)
                .filter(at -> at.isAfter(now))
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** Where the person stands on the purpose of a new state, given that state. */
    ConsentState with(ConsentState added) {
        return on(added.purpose())
                .filter(state -> ConsentState.BY_PRECEDENCE.compare(state, added) > 0)
                .orElse(added);
    }

    private boolean stops(String purpose) {
        return on(purpose).filter(state -> state.status().isStop()).isPresent();
    }

    private Stream<ConsentState> states() {
        return snapshot.states().getOrDefault(subject, Map.of()).values().stream();
    }
}
