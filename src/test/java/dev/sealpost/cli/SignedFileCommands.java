package dev.sealpost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.testing.HubSignatureCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Whoever has the hub's public key, and nothing else of it, checks what the hub signed. */
abstract class SignedFileCommands extends HubCommands {
    static final String PHONE = "+351912777001";

    HubSignatureCheck check;

    @BeforeEach
    void takeTheKey() {
        check = new HubSignatureCheck(hub.call("GET", "/api/signing-key", "").body());
        hub.grant(PHONE, "order-updates");
    }

    static void change(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
