package dev.sealpost.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One page of the log as REST answers it.
 *
 * @param next the cursor of the next page, null if there was no further entry
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditPage(List<Entry> entries, String next) {

    /** The fields of an entry; those it does not have are null. Times are RFC 3339 in UTC. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(
            long index,
            String time,
            String kind,
            String actor,
            String flow,
            String message,
            String subject,
            String purpose,
            String outcome,
            String reason,
            Map<String, String> evidence) {

        static Entry of(long index, AuditRecord entry) {
            return new Entry(
                    index,
                    entry.time().toString(),
                    entry.kind().wireName(),
                    entry.actor(),
                    entry.flow(),
                    Objects.toString(entry.message(), null),
                    Objects.toString(entry.subject(), null),
                    entry.purpose(),
                    entry.outcome(),
                    Objects.toString(entry.reason(), null),
                    entry.evidence());
        }
    }
}
