package dev.sealpost.bench;

import dev.sealpost.testing.FreePort;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** The stub in its process. */
final class StubServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.next();
    private final ChildJvm process;

    private StubServer(Path directory) {
        process = ChildJvm.start(directory, "stub", List.of("-Xmx256m"), Stub.class, List.of(Integer.toString(port)));
    }

    static StubServer start(Path directory) {
        StubServer stub = new StubServer(directory);
        stub.process.awaitLine("ready");
        return stub;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    long cpu() {
        return CpuTime.of(process.pid());
    }

    void reset(int delayMillis) {
        get("/_stub/reset?delay=" + delayMillis);
    }

    Received received() {
        try {
            return JSON.readValue(get("/_stub"), Received.class);
        } catch (IOException e) {
            throw new IllegalStateException("The stub's answer", e);
        }
    }

    private String get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri().resolve(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException("The stub does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    /** Times are microseconds after the first message; latencies microseconds from the producer to the stub. */
    record Received(int count, int distinct, int doubled, long lastMicros, long halfMicros, long p50, long p99) {

        double perSecond() {
            return lastMicros == 0 ? 0 : count * 1e6 / lastMicros;
        }

        double warmPerSecond() {
            return lastMicros == halfMicros ? 0 : (count - count / 2) * 1e6 / (lastMicros - halfMicros);
        }
    }
}
