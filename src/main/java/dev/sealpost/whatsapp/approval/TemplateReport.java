package dev.sealpost.whatsapp.approval;

import java.time.Instant;
import java.util.List;

/**
 * What a check of the templates found.
 *
 * @param accounts whose templates were looked at
 * @param findings by file and line
 * @param unchecked accounts and senders whose templates could not be looked at
 */
record TemplateReport(Instant at, List<String> accounts, List<Finding> findings, List<Unchecked> unchecked) {

    /** @param what {@code account 200000000000001} or {@code sender shop} */
    public record Unchecked(String what, String reason) {}
}
