package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.consent.Purpose;
import dev.sealpost.consent.Purposes;
import dev.sealpost.message.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Queues a message that failed or was parked once more, with the sealed content of its dead letter and a new time to live. The
 * dispatcher checks consent and pauses again before it sends. Its attempts go on counting, since their number tells a late outcome of an
 * earlier one apart: a message that had used them up has one more.
 *
 * <p>Not guaranteed: that a parked message was not received; nobody knows, which is why it was parked.
 */
@Component
class ContentRetry {
    private static final String REQUEUE =
            """
            UPDATE message SET state = 'QUEUED', reason = NULL, content = :content, content_until = NULL,
                behind = false, held = false, next_attempt_at = now(), expires_at = now() + :ttl * interval '1 s', updated_at = now()
            WHERE id = :id AND state IN ('FAILED', 'PARKED')
            """;

    private final JdbcClient jdbc;
    private final DeadLetterTable letters;
    private final Purposes purposes;
    private final AuditLog audit;
    private final WakeUp wakeUp;

    ContentRetry(JdbcClient jdbc, DeadLetterTable letters, Purposes purposes, AuditLog audit, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.purposes = purposes;
        this.audit = audit;
        this.wakeUp = wakeUp;
    }

    @Transactional
    public RetryResult retry(StoredLetter letter, Caller caller) {
        return purposes.find(letter.purpose())
                .map(purpose -> queue(letter, purpose, caller))
                .orElseGet(
                        () -> RetryResult.kept(letter, "unknown-purpose: it is not in config/purposes.yml any more"));
    }

    private RetryResult queue(StoredLetter letter, Purpose purpose, Caller caller) {
        if (!letters.delete(letter) || !requeue(letter, purpose)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return RetryResult.gone(letter);
        }
        audit.append(LetterEntries.about(AuditKind.DEAD_LETTER_RETRIED, letter, caller)
                .outcome("queued")
                .build());
        audit.append(LetterEntries.about(AuditKind.MESSAGE_RETRY, letter, caller)
                .outcome("queued")
                .reason(Reason.of("retried", "its dead letter was tried again"))
                .build());
        wakeUp.afterCommit();
        return new RetryResult(letter.id(), "queued", letter.message().value(), null);
    }

    /** The letter's row lets one of those who retry or discard it at the same time win. */
    private boolean requeue(StoredLetter letter, Purpose purpose) {
        return jdbc.sql(REQUEUE)
                        .param("content", letter.content())
                        .param("ttl", purpose.timeToLive().toSeconds())
                        .param("id", letter.message().value())
                        .update()
                == 1;
    }
}
