package dev.sealpost.audit;

import java.time.Duration;
import java.util.Optional;

/**
 * Facts for health and metrics, over all hubs except the last error, which is this hub's.
 *
 * @param answering whether the database answered; if not, the numbers are unknown and negative
 * @param waiting entries without an index; more than 100,000 are not counted
 * @param lag how long the first of them has waited
 * @param lastIndex of the last entry, -1 for an empty log
 * @param lastError the class of what the last run of this hub's sequencer, or the query for this status, failed with
 */
public record LedgerStatus(boolean answering, long waiting, Duration lag, long lastIndex, Optional<String> lastError) {

    static LedgerStatus unknown(Exception cause) {
        return new LedgerStatus(
                false,
                -1,
                Duration.ofSeconds(-1),
                -1,
                Optional.of(cause.getClass().getSimpleName()));
    }
}
