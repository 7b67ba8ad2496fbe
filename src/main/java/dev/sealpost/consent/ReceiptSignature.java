package dev.sealpost.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.vault.HubSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;

/** Signs receipts: over their canonical form (RFC 8785) in UTF-8, in which they are also sent. */
@Component
class ReceiptSignature {

    private final ObjectMapper json;
    private final HubSigner signer;

    ReceiptSignature(ObjectMapper json, HubSigner signer) {
        this.json = json;
        this.signer = signer;
    }

    SignedReceipt sign(ConsentReceipt receipt) {
        try {
            byte[] canonical = new JsonCanonicalizer(json.writeValueAsBytes(receipt)).getEncodedUTF8();
            JsonNode sorted = json.readTree(canonical);
            return new SignedReceipt(sorted, signer.sign(sha256(canonical)));
        } catch (IOException e) {
            throw new UncheckedIOException("A receipt has no canonical form", e);
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
