package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.HubClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** Receipts for what people said, and who may have what the hub signs. */
abstract class ReceiptCommands extends SignedFileCommands {
    @Test
    void checksAReceiptInItsCanonicalForm() throws IOException {
        String answer = receipt(hub, PHONE, "order-updates").body();
        JsonNode issued = json(answer);
        JsonNode receipt = issued.path("receipt");
        assertThat(receipt.path("status").asText()).isEqualTo("granted");
        assertThat(receipt.path("lawfulBasis").asText()).isEqualTo("consent");
        assertThat(receipt.path("notice").asText()).isEqualTo("order-updates@1");
        assertThat(receipt.at("/controller/name").asText()).startsWith("Sandbox Shop");
        assertThat(names(receipt))
                .contains("receiptId", "version", "issuedAt", "subject", "purpose", "at", "withdrawal");
        assertThat(answer).doesNotContain("912777001", "Yes, tell me", "form-77", "mail-link-77");

        byte[] canonical = new JsonCanonicalizer(receipt.toString()).getEncodedUTF8();
        assertThat(answer).contains(new String(canonical, StandardCharsets.UTF_8));
        byte[] signature =
                Base64.getDecoder().decode(issued.at("/signature/value").asText());
        assertThat(check.byJava(canonical, signature)).isTrue();
        canonical[10] ^= 1;
        assertThat(check.byJava(canonical, signature)).isFalse();
        await().untilAsserted(() -> assertThat(hub.audit("kind=consent.receipt"))
                .anySatisfy(entry -> assertThat(entry.at("/evidence/receipt")).isEqualTo(receipt.path("receiptId"))));
    }

    @Test
    void checksAReceiptWithOpensslAlone() throws Exception {
        Path file = directory.resolve("receipt.json");
        String[] command = {"consent", "receipt", "--phone", PHONE, "--purpose", "order-updates", "--out", "" + file};
        assertThat(shell.run(command).succeeded().out()).contains("granted", "STOP");
        assertThat(check.byOpenssl(file)).isTrue();
        change(file);
        assertThat(check.byOpenssl(file)).isFalse();
        assertThat(shell.run(command).exitCode()).isEqualTo(2);
    }

    @Test
    void isAnyoneWithOneOfTwoScopes() {
        assertThat(with("audit:read").call("GET", "/api/signing-key", "").statusCode())
                .isEqualTo(200);
        assertThat(with("consents:read").call("GET", "/api/signing-key", "").body())
                .isEqualTo(check.pem());
        assertThat(with("messages:read").call("GET", "/api/signing-key", "").statusCode())
                .isEqualTo(403);
        assertThat(receipt(with("audit:read"), PHONE, "order-updates").statusCode())
                .isEqualTo(403);
        assertThat(with("consents:read").call("POST", "/api/audit/export", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void getsNoReceiptForWhatWasNeverSaidAndNoExportOfWhatIsMisspelt() {
        assertThat(receipt(hub, "+351912999999", "order-updates").body()).contains("nothing-said");
        assertThat(receipt(hub, PHONE, "offers").statusCode()).isEqualTo(404);
        assertThat(receipt(hub, PHONE, "nonsense").statusCode()).isEqualTo(422);
        assertThat(hub.call("POST", "/api/audit/export", "{\"kind\":\"nonsense\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(hub.call("POST", "/api/audit/export", "{\"knid\":\"exchange\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(shell.run("audit", "export", "--out", directory + "/none", "--from", "yesterday")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void findsTheOperationsInTheDescription() throws IOException {
        assertThat(names(json(hub.call("GET", "/api/openapi.json", "").body()).path("paths")))
                .contains("/api/consents/receipt", "/api/audit/export", "/api/signing-key");
    }

    private static HttpResponse<String> receipt(HubClient caller, String phone, String purpose) {
        return caller.call(
                "POST", "/api/consents/receipt", "{\"phone\":\"%s\",\"purpose\":\"%s\"}".formatted(phone, purpose));
    }

    private HubClient with(String scope) {
        return new HubClient(hub.uri(), grant("--scope", scope).path("key").asText());
    }
}
