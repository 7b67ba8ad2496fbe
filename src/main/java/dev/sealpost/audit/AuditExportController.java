package dev.sealpost.audit;

import dev.sealpost.audit.AuditQueryReader.Invalid;
import dev.sealpost.audit.AuditQueryReader.Reading;
import dev.sealpost.audit.AuditQueryReader.Valid;
import dev.sealpost.places.PatienceSettings;
import dev.sealpost.places.Places;
import dev.sealpost.places.Places.Place;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A signed export over REST, written while it is read; a few at a time, fewer with one key, for each keeps a thread as long as its reader takes. */
@RestController
class AuditExportController {

    private static final int AT_ONCE = 4;
    private static final int WITH_ONE_KEY = 2;

    private final AuditExport exports;
    private final PatienceSettings patience;
    private final Places places = new Places(AT_ONCE, WITH_ONE_KEY);

    AuditExportController(AuditExport exports, PatienceSettings patience) {
        this.exports = exports;
        this.patience = patience;
    }

    /** What is to be exported, as in {@code GET /api/audit/entries}; null does not restrict. */
    record AuditExportRequest(String from, String to, String flow, String message, String kind) {

        MultiValueMap<String, String> parameters() {
            var parameters = new LinkedMultiValueMap<String, String>();
            parameters.add("from", from);
            parameters.add("to", to);
            parameters.add("flow", flow);
            parameters.add("message", message);
            parameters.add("kind", kind);
            parameters.values().removeIf(values -> values.contains(null));
            return parameters;
        }
    }

    /** @return why not; null if the export was written */
    @PostMapping("/api/audit/export")
    @Operation(
            summary = "Export entries as JSON Lines, signed",
            description =
                    "The last line has the hub's signature over every byte before it; without it the export is not complete.")
    @ApiResponse(
            responseCode = "200",
            description = "A heading, the entries, the signature.",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE))
    @ApiResponse(
            responseCode = "429",
            description =
                    "Other exports are running, of all keys or with this one. Retry-After says when to try again.")
    ResponseEntity<Object> export(
            @RequestBody AuditExportRequest request,
            @AuthenticationPrincipal AuditReader reader,
            HttpServletResponse response)
            throws IOException {
        Objects.requireNonNull(reader, "nobody exports the audit without a name");
        Reading reading = AuditQueryReader.read(request.parameters());
        if (reading instanceof Invalid invalid) {
            return AuditProblems.wrong(invalid.faults());
        }
        Optional<Place> place = places.take(reader.getName());
        if (place.isEmpty()) {
            return AuditProblems.busy();
        }
        try (Place taken = place.get()) {
            return export((Valid) reading, reader, response);
        }
    }

    private ResponseEntity<Object> export(Valid asked, AuditReader reader, HttpServletResponse response)
            throws IOException {
        Optional<Export> export = exports.begin(asked, reader);
        if (export.isEmpty()) {
            return AuditProblems.otherFlow();
        }
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        exports.write(export.get(), patience.patient(response.getOutputStream()));
        return null;
    }
}
