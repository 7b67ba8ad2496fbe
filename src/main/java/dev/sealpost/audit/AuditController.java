package dev.sealpost.audit;

import dev.sealpost.audit.AuditQueryReader.Invalid;
import dev.sealpost.audit.AuditQueryReader.Reading;
import dev.sealpost.audit.AuditQueryReader.Valid;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log over REST. Who may read it is for {@code access} to say: scope {@code audit:read} on {@code /api/audit/**}, and of which flows. */
@RestController
class AuditController {

    private final AuditEntries entries;

    AuditController(AuditEntries entries) {
        this.entries = entries;
    }

    @GetMapping("/api/audit/entries")
    @Operation(
            summary = "Entries of the audit log, in the order of their index",
            description =
                    "Filters: from, to, flow, message, kind; limit, and cursor, the next of the page before. That it was read is audited.")
    ResponseEntity<Object> entries(
            @RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal AuditReader reader) {
        Objects.requireNonNull(reader, "nobody reads the audit without a name");
        Reading reading = AuditQueryReader.read(parameters);
        return reading instanceof Valid valid
                ? answer(valid, reader)
                : AuditProblems.wrong(((Invalid) reading).faults());
    }

    private ResponseEntity<Object> answer(Valid asked, AuditReader reader) {
        return entries.page(asked, reader)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(AuditProblems::otherFlow);
    }
}
