package dev.sealpost.delivery;

import java.util.List;

/** Takes messages out of the outbox and sends them, as many as have places in flight and as the breaker admits. */
class ClaimWork implements Loop.Work {

    private final DispatcherParts parts;
    private final InFlight inFlight;
    private final String hub;

    /** @param hub who claims, for the audit */
    ClaimWork(DispatcherParts parts, InFlight inFlight, String hub) {
        this.parts = parts;
        this.inFlight = inFlight;
        this.hub = hub;
    }

    @Override
    public void once() throws InterruptedException {
        int places =
                inFlight.reserve(parts.settings().batchSize(), parts.settings().pollInterval());
        if (places == 0) {
            return;
        }
        Claim claim = claim(places);
        parts.sender().send(claim.messages(), this::arrived);
        if (!claim.full()) {
            parts.wakeUp().await(parts.settings().pollInterval());
        }
    }

    /** Whatever is not used of the places and of the breaker's admission is given back, also if the claim fails. */
    private Claim claim(int places) {
        int admitted = parts.breaker().admit(places);
        int used = 0;
        try {
            Claim claim =
                    admitted == 0 ? new Claim(List.of(), false) : parts.claims().claim(admitted, hub);
            used = claim.messages().size();
            inFlight.departing(used);
            return claim;
        } finally {
            parts.breaker().giveBack(admitted - used);
            inFlight.release(places - used);
        }
    }

    private void arrived(Outcome outcome) {
        parts.breaker().record(outcome);
        parts.metrics().record(outcome);
        inFlight.arrived(outcome);
    }
}
