package dev.sealpost.submission;

import dev.sealpost.intake.RawEvent;
import java.util.List;

/**
 * Events of one request that are accepted together: all of them, or of a batch some in a row that are for the same flow.
 *
 * @param number counts the parts of a request; the same whenever the same request is sent
 * @param digest SHA-256 of what the caller sent for this part
 */
record Part(int number, String flow, List<RawEvent> events, byte[] digest) {

    @Override
    public String toString() {
        return "Part[" + number + ", " + events.size() + " events]";
    }
}
