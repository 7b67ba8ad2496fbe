package dev.sealpost.delivery;

import dev.sealpost.access.Problem;
import dev.sealpost.access.Problem.FieldFault;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What to search for: a person's messages, or the one made of an event. Prints none of it.
 *
 * @param phone an international number; alone
 * @param flow the flow the event came in by; with {@code sourceId}
 * @param sourceId the id the event had where it came from
 */
record MessageSearch(String phone, String flow, String sourceId) {

    static final Problem INVALID = Problem.of(
            HttpStatus.BAD_REQUEST,
            "invalid-request",
            "Search by phone alone, or by flow and sourceId together.",
            List.of(new FieldFault("", "allowed: {\"phone\"} or {\"flow\", \"sourceId\"}")));

    static final Problem INVALID_NUMBER = Problem.of(
            HttpStatus.BAD_REQUEST,
            "invalid-number",
            "Send a valid international number, +351 912 345 678 and the like.",
            List.of(new FieldFault("phone", "is not a valid phone number")));

    boolean isByPhone() {
        return phone != null && flow == null && sourceId == null;
    }

    boolean isBySource() {
        return phone == null && flow != null && sourceId != null;
    }

    @Override
    public String toString() {
        return "MessageSearch[]";
    }
}
