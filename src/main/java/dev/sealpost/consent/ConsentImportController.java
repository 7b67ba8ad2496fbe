package dev.sealpost.consent;

import dev.sealpost.access.Problem;
import dev.sealpost.places.Places;
import dev.sealpost.places.Places.Place;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consents that were proven elsewhere, many in a request. */
@RestController
@Tag(name = "Consent")
class ConsentImportController {
    private static final int MOST_LINES = 500;
    private static final int MOST_BYTES = 1 << 20;
    private static final Problem TOO_LARGE = Problem.of(
            HttpStatus.PAYLOAD_TOO_LARGE,
            "too-large",
            "At most %d lines and %d bytes are read in one request; send the rest in others."
                    .formatted(MOST_LINES, MOST_BYTES));

    private static final Problem BUSY = Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "busy",
            "Too many imports are read at the moment, or half of all that are come with this key. Retry later.");
    private static final int AT_ONCE = 12;

    private final ConsentImport imports;
    private final Places places = new Places(AT_ONCE, AT_ONCE / 2);

    ConsentImportController(ConsentImport imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = "/api/consents/import",
            consumes = "application/x-ndjson",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record what many people said",
            description =
                    "At most 500 lines, each what PUT /api/consents takes. A line that is refused keeps no other one out; those that"
                            + " are not are committed together. The same once more changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "What came of them.",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many at once, of all keys or with this one. Retry-After says when to try again.")
    ResponseEntity<Object> take(InputStream body, Principal caller) throws IOException {
        Optional<Place> place = places.take(caller.getName());
        if (place.isEmpty()) {
            return ResponseEntity.status(BUSY.status())
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(BUSY);
        }
        try (Place taken = place.get()) {
            return read(body, caller);
        }
    }

    private ResponseEntity<Object> read(InputStream body, Principal caller) throws IOException {
        byte[] text = body.readNBytes(MOST_BYTES + 1);
        List<byte[]> lines = text.length > MOST_BYTES ? List.of() : lines(text);
        if (text.length > MOST_BYTES || lines.size() > MOST_LINES) {
            return TOO_LARGE.toResponse();
        }
        return ResponseEntity.ok(imports.record(lines, caller.getName()));
    }

    /** Bytes that are no UTF-8 are left to the reader of the line, which refuses it. */
    private static List<byte[]> lines(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
