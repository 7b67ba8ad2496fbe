package dev.sealpost.consent;

import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * The person agreed to this very purpose, has not taken it back, and it has not run out; for a double opt-in they also confirmed
 * (GDPR articles 6(1)(a) and 7).
 */
record ExplicitConsent() implements ConsentPolicy {
    private static final Optional<Reason> NO_CONSENT = Optional.of(Reason.of("no-consent"));
    private static final Optional<Reason> NOT_CONFIRMED = Optional.of(Reason.of("not-confirmed"));
    private static final Optional<Reason> WITHDRAWN = Optional.of(Reason.of("withdrawn"));
    private static final Optional<Reason> EXPIRED = Optional.of(Reason.of("expired"));

    @Override
    public Optional<Reason> objection(Purpose purpose, Optional<ConsentState> state, Instant now) {
        if (state.isEmpty()) {
            return NO_CONSENT;
        }
        return switch (state.get().status()) {
            case WITHDRAWN, OBJECTED -> WITHDRAWN;
            case REQUESTED -> NOT_CONFIRMED;
            case GRANTED -> shortcoming(purpose, state.get(), now);
        };
    }

    private static Optional<Reason> shortcoming(Purpose purpose, ConsentState granted, Instant now) {
        if (granted.hasExpired(now)) {
            return EXPIRED;
        }
        boolean unconfirmed = purpose.optIn() == OptIn.DOUBLE && granted.confirmedAt() == null;
        return unconfirmed ? NOT_CONFIRMED : Optional.empty();
    }

    @Override
    public String evidence(Purpose purpose, Optional<ConsentState> state) {
        return "consent:" + state.orElseThrow().eventId();
    }
}
