package dev.sealpost.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A hub in a process of its own, that a test may kill. */
public final class HubProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private HubProcess(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** Starts a hub with these settings on free ports and waits until it is ready. */
    public static HubProcess start(Map<String, String> settings, Path log, int port, int managementPort) {
        try {
            Process process = new ProcessBuilder(command(settings, port, managementPort))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            HubProcess hub = new HubProcess(process, port, managementPort, log);
            hub.awaitReady();
            return hub;
        } catch (IOException e) {
            throw new IllegalStateException("The hub cannot be started", e);
        }
    }

    private static List<String> command(Map<String, String> settings, int port, int managementPort) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                mainClassPath(),
                "dev.sealpost.Sealpost",
                "serve",
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private static String mainClassPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitReady() {
        Awaitility.await("the hub is ready; its output is in " + log)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .failFast("the hub ended; its output is in " + log, () -> !process.isAlive())
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    /** The status that {@code /actuator/health} shows. */
    public String health() {
        try {
            return JSON.readTree(get("/actuator/health").body()).path("status").asText();
        } catch (IOException e) {
            throw new IllegalStateException("No health", e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
        try {
            return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** All it printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
