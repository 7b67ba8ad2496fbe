package dev.sealpost.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;

/**
 * A contact as the CRM keeps it. Prints nothing of it.
 *
 * @param number in the order in which contacts became known
 * @param modified when it changed last
 * @param fields as the list shows them; usually with id and modifiedAt
 */
record Contact(int number, Instant modified, ObjectNode fields) {
    static final Comparator<Contact> BY_CHANGE =
            Comparator.comparing(Contact::modified).thenComparing(Contact::number);

    @Override
    public String toString() {
        return "Contact[" + number + "]";
    }
}
