package dev.sealpost.crm;

import dev.sealpost.message.FieldPath;
import java.time.Duration;

/**
 * What a flow reads from a CRM, and how, as its source kamelet says it.
 *
 * @param path behind the connection's base URL; may have a fixed query
 * @param items where a page's items are; null if the page is the list itself
 * @param id where an item's id is, from the item
 * @param modified where an item's time of its last change is, from the item
 * @param modifiedSince the query parameter that takes the time since which items changed
 * @param sinceFormat how that time is written
 * @param paging how the next page is asked for
 * @param interval how long after a poll the next one begins
 * @param overlap how much further back than the last change the next poll begins
 * @param when where an item's field is that must be true; null if all items are taken
 */
record Feed(
        String flow,
        Connection connection,
        String path,
        FieldPath items,
        FieldPath id,
        FieldPath modified,
        String modifiedSince,
        SinceFormat sinceFormat,
        Paging paging,
        Duration interval,
        Duration overlap,
        FieldPath when) {

    /** Names it in logs and in the audit; holds no query. */
    String coordinates() {
        return "crm:" + connection.name() + ":" + path.split("[?]", 2)[0];
    }

    @Override
    public String toString() {
        return "Feed[" + flow + ", " + coordinates() + "]";
    }
}
