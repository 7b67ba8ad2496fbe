package dev.sealpost.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.vault.HubSignature;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A receipt and the hub's signature beside it.
 *
 * @param receipt members in the order of RFC 8785, so that its compact form is the canonical one
 * @param signature over that form in UTF-8
 */
record SignedReceipt(@Schema(implementation = ConsentReceipt.class) JsonNode receipt, HubSignature signature) {}
