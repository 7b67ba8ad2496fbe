package dev.sealpost.crm;

import dev.sealpost.intake.RawEvent;
import java.time.Instant;

/**
 * An item of a page as the event it becomes. Prints nothing of it.
 *
 * @param key the same whenever the CRM lists the same change
 * @param modified null if the item does not say it readably
 * @param wanted whether the flow wants it
 */
record Change(String key, Instant modified, boolean wanted, RawEvent event) {

    @Override
    public String toString() {
        return "Change[]";
    }
}
