package dev.sealpost.delivery;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * Another hub wrote a message with the same flow and source id while this unit was on its way. Nothing of this unit is kept; do
 * it again, and {@link Outbox#known} will name the message that was first.
 */
public class SourceTakenMeanwhile extends ConcurrencyFailureException {

    SourceTakenMeanwhile(Throwable cause) {
        super("A message with this flow and source id was written meanwhile; do the unit again", cause);
    }
}
