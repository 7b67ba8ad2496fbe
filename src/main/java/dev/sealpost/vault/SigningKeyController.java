package dev.sealpost.vault;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one key of the vault that is for everybody. */
@RestController
@Tag(name = "Signatures")
class SigningKeyController {
    private static final String PEM = "application/x-pem-file";

    private final HubSigner signer;

    SigningKeyController(HubSigner signer) {
        this.signer = signer;
    }

    @GetMapping(path = "/api/signing-key", produces = PEM)
    @Operation(summary = "The public key that the hub's receipts and exports are checked with")
    @ApiResponse(responseCode = "200", description = "A PEM file.", content = @Content(mediaType = PEM))
    String publicKey() {
        return signer.publicKey().text();
    }
}
