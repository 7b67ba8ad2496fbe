package dev.sealpost.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps one of the dispatcher's threads going whatever happens: what fails is tried again, less and less often, until it works. Says
 * so once when it begins and once when it is over.
 */
class Trouble {

    private static final Logger log = LoggerFactory.getLogger(Trouble.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String work;
    private final CountDownLatch stopping;
    private volatile Throwable cause;
    private Duration pause = FIRST_PAUSE;

    /** @param stopping ends pauses at once */
    Trouble(String work, CountDownLatch stopping) {
        this.work = work;
        this.stopping = stopping;
    }

    void failed(Throwable failure) throws InterruptedException {
        if (cause == null) {
            tell(failure);
        }
        cause = failure;
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** A database that is away is an everyday thing; anything else is worth its trace. */
    private void tell(Throwable failure) {
        boolean database = failure instanceof DataAccessException || failure instanceof TransactionException;
        log.warn("{} pauses until this is over: {}", work, summary(failure), database ? null : failure);
        log.debug("{} failed", work, failure);
    }

    void worked() {
        if (cause != null) {
            log.info("{} goes on", work);
            cause = null;
            pause = FIRST_PAUSE;
        }
    }

    Optional<String> now() {
        return Optional.ofNullable(cause).map(Trouble::summary);
    }

    /** Names, not messages: those are for the trace. */
    private static String summary(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        Throwable root = NestedExceptionUtils.getRootCause(failure);
        return root == null ? name : name + " (" + root.getClass().getSimpleName() + ")";
    }
}
