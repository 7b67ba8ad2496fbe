package dev.sealpost.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A page of a CRM's list. Prints none of its items.
 *
 * @param next where the list goes on; null at its end
 * @param crmTime what the CRM's clock says (the header {@code Date}); null if it does not say
 */
record Page(List<JsonNode> items, Place next, Instant crmTime) {

    @Override
    public String toString() {
        return "Page[" + items.size() + " items]";
    }
}
