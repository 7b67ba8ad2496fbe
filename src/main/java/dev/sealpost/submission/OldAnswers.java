package dev.sealpost.submission;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Deletes answers whose time is over. */
@Component
class OldAnswers {

    private static final int BATCH = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(OldAnswers.class);

    private final AnsweredRequests answered;

    OldAnswers(AnsweredRequests answered) {
        this.answered = answered;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            int deleted = BATCH;
            while (deleted == BATCH) {
                deleted = answered.deleteExpired(BATCH);
            }
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn("Old answers to Idempotency-Keys could not be deleted; the next round tries again");
        }
    }
}
