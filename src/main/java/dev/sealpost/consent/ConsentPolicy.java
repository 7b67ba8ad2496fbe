package dev.sealpost.consent;

import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.Optional;

/** What one kind of lawful basis asks for before a purpose may be served. */
interface ConsentPolicy {

    /** @return why not, or empty if the purpose may be served */
    Optional<Reason> objection(Purpose purpose, Optional<ConsentState> state, Instant now);

    /** What proves that it may, for a state that met no objection. */
    String evidence(Purpose purpose, Optional<ConsentState> state);

    static ConsentPolicy of(LawfulBasis basis) {
        return switch (basis) {
            case CONSENT -> new ExplicitConsent();
            case LEGITIMATE_INTEREST, PUBLIC_TASK -> new NoStop("objected");
            case CONTRACT, LEGAL_OBLIGATION, VITAL_INTERESTS -> new NoStop("withdrawn");
        };
    }
}
