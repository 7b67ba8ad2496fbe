package dev.sealpost.consent;

import dev.sealpost.message.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether a person may be asked for their consent because another system says that they opted in. Where the time of the opt-in is not
 * known, it counts as older than anything that was said.
 */
@Component
class RequestPolicy implements RequestGate {
    private static final Reason UNKNOWN_PURPOSE =
            Reason.of("unknown-purpose", "the purpose is not in config/purposes.yml");
    private static final Reason NO_OPT_IN =
            Reason.of("no-opt-in", "the purpose does not rest on consent: there is nothing to request");
    private static final Reason STOPPED =
            Reason.of("withdrawn", "the person said stop, and the opt-in is not known to be later than that");
    private static final Reason REQUESTED = Reason.of("already-requested");
    private static final Reason GRANTED = Reason.of("already-granted");

    private final Purposes purposes;
    private final Clock clock;

    RequestPolicy(Purposes purposes) {
        this.purposes = purposes;
        this.clock = Clock.systemUTC();
    }

    @Override
    public RequestOutcome foresee(ConsentRequest request, ConsentSnapshot snapshot) {
        Optional<ConsentState> standing = snapshot.of(request.subject(), request.purpose());
        Optional<Purpose> purpose = purposes.find(request.purpose());
        if (purpose.isEmpty()) {
            return new RequestOutcome.Refused(UNKNOWN_PURPOSE);
        }
        if (purpose.get().optIn() == OptIn.NONE) {
            return new RequestOutcome.Refused(NO_OPT_IN);
        }
        return standing.map(state -> decide(request, purpose.get(), state)).orElseGet(RequestOutcome.Requested::new);
    }

    private RequestOutcome decide(ConsentRequest request, Purpose purpose, ConsentState state) {
        boolean newer = request.at() != null && request.at().isAfter(state.at());
        return switch (state.status()) {
            case REQUESTED -> new RequestOutcome.Unchanged(REQUESTED);
            case GRANTED -> granted(purpose, state, newer);
            case OBJECTED, WITHDRAWN ->
                newer && !isAhead(request.at()) ? new RequestOutcome.Requested() : new RequestOutcome.Refused(STOPPED);
        };
    }

    /** What does not hold any more may be asked for again. */
    private RequestOutcome granted(Purpose purpose, ConsentState state, boolean newer) {
        Optional<Reason> objection = new ExplicitConsent().objection(purpose, Optional.of(state), clock.instant());
        if (objection.isPresent() && newer) {
            return new RequestOutcome.Requested();
        }
        return new RequestOutcome.Unchanged(objection.orElse(GRANTED));
    }

    /** A time that has not come yet proves nothing against a stop. */
    private boolean isAhead(Instant at) {
        return at.isAfter(clock.instant().plus(EvidenceRules.CLOCK_AHEAD));
    }
}
