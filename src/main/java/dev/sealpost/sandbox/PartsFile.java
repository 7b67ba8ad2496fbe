package dev.sealpost.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** {@code parts.json}: tells hubs in the same directory that the servers run, and where. */
record PartsFile(Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    void write(RunningParts parts) throws IOException {
        Path written = Files.write(directory.resolve("parts.json.new"), JSON.writeValueAsBytes(parts));
        Files.move(written, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file());
    }

    /** The servers the file speaks of, if they answer; a file left by a killed process is nothing. */
    Optional<RunningParts> running() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(Files.readAllBytes(file()), RunningParts.class))
                .filter(parts -> ProcessHandle.of(parts.pid()).isPresent())
                .filter(PartsFile::answer);
    }

    private static boolean answer(RunningParts parts) {
        var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var request = HttpRequest.newBuilder(parts.cloudApi().resolve("/_sandbox/health"))
                .timeout(PATIENCE)
                .build();
        try {
            JsonNode health =
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
            return parts.instance().equals(health.path("instance").asText());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path file() {
        return directory.resolve("parts.json");
    }
}
