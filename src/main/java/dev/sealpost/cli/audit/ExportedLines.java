package dev.sealpost.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Takes an export apart as it comes: all lines but the last, and the last, which has the signature. */
final class ExportedLines {

    private ExportedLines() {}

    /**
     * @return the last line; empty if what was copied is not what the hub signed, because it broke off or was changed on its way
     * @throws IOException if the file cannot be written
     */
    static Optional<JsonNode> copy(InputStream export, OutputStream file) throws IOException {
        MessageDigest sha256 = sha256();
        var out = new DigestOutputStream(file, sha256);
        try (var lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8))) {
            String line = next(lines);
            for (String following = next(lines); following != null; following = next(lines)) {
                out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
                line = following;
            }
            out.flush();
            return line == null ? Optional.empty() : end(line, HexFormat.of().formatHex(sha256.digest()));
        }
    }

    /** A connection that is cut ends the lines: the one with the signature is not among them then. */
    private static String next(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException cut) {
            return null;
        }
    }

    private static Optional<JsonNode> end(String line, String sha256) {
        try {
            return Optional.of(new ObjectMapper().readTree(line))
                    .filter(found -> found.path("signature").path("value").isTextual())
                    .filter(found -> found.path("sha256").asText().equals(sha256));
        } catch (JsonProcessingException halfALine) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
