package dev.sealpost.delivery;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Commits outcomes in batches. A batch that cannot be committed stays here and is tried again; its messages keep their places in
 * flight, so that nothing is claimed meanwhile once those are used up.
 */
class OutcomeWork implements Loop.Work {

    private static final Logger log = LoggerFactory.getLogger(OutcomeWork.class);

    /** How often it looks whether it is to stop. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Settlement settlement;
    private final InFlight inFlight;
    private final WakeUp wakeUp;
    private final DeliverySettings settings;
    private List<Outcome> pending = List.of();

    OutcomeWork(Settlement settlement, InFlight inFlight, WakeUp wakeUp, DeliverySettings settings) {
        this.settlement = settlement;
        this.inFlight = inFlight;
        this.wakeUp = wakeUp;
        this.settings = settings;
    }

    @Override
    public void once() throws InterruptedException {
        if (pending.isEmpty()) {
            pending = inFlight.gather(settings.batchSize(), LOOK, settings.linger());
        }
        if (!pending.isEmpty()) {
            commit();
            wakeUp.ring();
        }
    }

    private void commit() {
        try {
            settlement.commit(pending);
            settled(pending.size());
        } catch (DataIntegrityViolationException e) {
            log.error("An outcome cannot be written down; trying the {} of this batch one by one", pending.size());
            commitSingly();
        }
    }

    /** One answer that the database refuses (a NUL byte in an id, say) must not hold up the others. */
    private void commitSingly() {
        while (!pending.isEmpty()) {
            Outcome outcome = pending.get(0);
            try {
                settlement.commit(List.of(outcome));
            } catch (DataIntegrityViolationException e) {
                log.error("{}: its outcome cannot be written down; it is uncertain", outcome.message());
                settlement.commit(List.of(outcome.unrecordable()));
            }
            settled(1);
        }
    }

    private void settled(int count) {
        pending = pending.subList(count, pending.size());
        inFlight.release(count);
    }
}
