package dev.sealpost.crm;

import dev.sealpost.intake.EventBatch;
import java.util.Optional;

/** Takes a page's events through the flow. */
@FunctionalInterface
interface PageSink {

    /** @return empty if all of the batch is committed, else why nothing of it is */
    Optional<Stop> accept(EventBatch batch);
}
