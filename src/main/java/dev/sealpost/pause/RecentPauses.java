package dev.sealpost.pause;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was paused a moment ago, so that not every look asks the database. What this hub changes itself is seen at once. */
@Component
class RecentPauses {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final PauseTable table;
    private ActivePauses known;
    private long readAt;

    RecentPauses(PauseTable table) {
        this.table = table;
    }

    /** @throws org.springframework.dao.DataAccessException if they cannot be read: an old answer would be a guess */
    synchronized ActivePauses get() {
        if (known == null || System.nanoTime() - readAt > FRESH.toNanos()) {
            readAt = System.nanoTime();
            known = null;
            known = new ActivePauses(table.active());
        }
        return known;
    }

    private synchronized void forget() {
        known = null;
    }

    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }
}
