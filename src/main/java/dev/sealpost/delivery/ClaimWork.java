package dev.sealpost.delivery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Takes messages out of the outbox and sends them, as many as have places in flight and as the senders' limits admit. */
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

    /** Whatever is not used of the places and of what the limits admitted is given back, also if the claim fails. */
    private Claim claim(int places) {
        Map<String, Integer> admitted = Map.of();
        List<ClaimedMessage> used = List.of();
        try {
            admitted = parts.limits().admit(places);
            Claim claim = admitted.isEmpty() ? Claim.NOTHING : claimOrYield(allowance(admitted, places));
            used = claim.messages();
            inFlight.departing(used.size());
            parts.limits().exhausted(claim.exhausted());
            return claim;
        } finally {
            inFlight.release(places - used.size());
            giveBack(admitted, used);
        }
    }

    private void giveBack(Map<String, Integer> admitted, List<ClaimedMessage> used) {
        Map<String, Long> sent = used.stream().collect(groupingBy(ClaimedMessage::sender, counting()));
        admitted.forEach((sender, count) -> parts.limits()
                .giveBack(sender, count - sent.getOrDefault(sender, 0L).intValue()));
    }

    private Allowance allowance(Map<String, Integer> admitted, int places) {
        return new Allowance(
                admitted,
                places,
                inFlight.ordinary(places),
                parts.settings().urgent().lastPriority());
    }

    /** Two hubs may claim for the same person at the same moment. The database lets one of them through; the other looks again. */
    private Claim claimOrYield(Allowance allowance) {
        try {
            return parts.claims().claim(allowance, hub);
        } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
            log.debug("Another hub was faster", e);
            return Claim.NOTHING;
        }
    }

    private void arrived(Outcome outcome) {
        parts.limits().record(outcome);
        parts.metrics().record(outcome);
        inFlight.arrived(outcome);
    }
}
