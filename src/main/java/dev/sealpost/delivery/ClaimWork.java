package dev.sealpost.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Takes messages out of the outbox and sends them, as many as have places in flight and as the breaker admits. */
class ClaimWork implements Loop.Work {

    private static final Logger log = LoggerFactory.getLogger(ClaimWork.class);

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
            Claim claim = admitted == 0 ? Claim.NOTHING : claimOrYield(admitted);
            used = claim.messages().size();
            inFlight.departing(used);
            return claim;
        } finally {
            parts.breaker().giveBack(admitted - used);
            inFlight.release(places - used);
        }
    }

    /** Two hubs may claim for the same person at the same moment. The database lets one of them through; the other looks again. */
    private Claim claimOrYield(int atMost) {
        try {
            return parts.claims().claim(atMost, hub);
        } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
            log.debug("Another hub was faster", e);
            return Claim.NOTHING;
        }
    }

    private void arrived(Outcome outcome) {
        parts.breaker().record(outcome);
        parts.metrics().record(outcome);
        inFlight.arrived(outcome);
    }
}
