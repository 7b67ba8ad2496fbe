package dev.sealpost.consent;

import dev.sealpost.access.Problem;
import dev.sealpost.consent.Reading.Asked;
import dev.sealpost.consent.Reading.Refused;
import dev.sealpost.consent.ReceiptOutcome.Issued;
import dev.sealpost.consent.ReceiptOutcome.NothingSaid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Receipts over REST. */
@RestController
@Tag(name = "Consent")
class ConsentReceiptController {
    private static final Problem NOTHING_SAID = Problem.of(
            HttpStatus.NOT_FOUND, "nothing-said", "Nothing was ever said about this purpose with this number.");
    private static final Problem NO_CONTROLLER = Problem.of(
            HttpStatus.CONFLICT,
            "no-controller",
            "A receipt names who issues it. Set sealpost.receipt.controller, .contact and .withdrawal.");

    private final ConsentReading reading;
    private final ConsentReceipts receipts;

    ConsentReceiptController(ConsentReading reading, ConsentReceipts receipts) {
        this.reading = reading;
        this.receipts = receipts;
    }

    @PostMapping(path = "/api/consents/receipt", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A signed receipt for where a person stands on a purpose")
    @ApiResponse(
            responseCode = "200",
            description = "The receipt, and the signature over its canonical form (RFC 8785).",
            content = @Content(schema = @Schema(implementation = SignedReceipt.class)))
    ResponseEntity<Object> receipt(@Valid @RequestBody ConsentBodies.ReceiptOf body, Principal caller) {
        Reading read = reading.selection(body.selection());
        return read instanceof Asked asked
                ? answer(receipts.issue(asked, caller.getName()))
                : ((Refused) read).problem().toResponse();
    }

    private static ResponseEntity<Object> answer(ReceiptOutcome outcome) {
        if (outcome instanceof Issued issued) {
            return ResponseEntity.ok(issued.receipt());
        }
        return (outcome instanceof NothingSaid ? NOTHING_SAID : NO_CONTROLLER).toResponse();
    }
}
