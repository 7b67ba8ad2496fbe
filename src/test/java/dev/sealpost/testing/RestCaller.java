package dev.sealpost.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A business system that posts events. */
public record RestCaller(URI hub, String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String JSON = "application/json";
    private static final int SMALL_BUFFER = 4_096;
    private static final String LINES = "application/x-ndjson";

    public RestCaller withKey(String other) {
        return new RestCaller(hub, other);
    }

    public HttpResponse<String> post(String body, String... idempotencyKeys) {
        return send(JSON, body.getBytes(StandardCharsets.UTF_8), headers("Idempotency-Key", idempotencyKeys));
    }

    public HttpResponse<String> postLines(String body, String... idempotencyKeys) {
        return send(LINES, body.getBytes(StandardCharsets.UTF_8), headers("Idempotency-Key", idempotencyKeys));
    }

    /** @param headers name, value, name, value, … */
    public HttpResponse<String> send(String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve("/api/messages"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The hub does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Promises lines of {@code length} bytes, sends these and no more. @return all that comes back */
    public String breakOff(String body, int length) throws IOException {
        try (Socket socket = begin("/api/messages", LINES, body, length)) {
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Promises one event of {@code length} bytes, sends these and no more. @return all that comes back */
    public String breakOffOne(String body, int length, String idempotencyKey) throws IOException {
        try (Socket socket = begin("/api/messages", JSON + "\r\nIdempotency-Key: " + idempotencyKey, body, length)) {
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends the beginning of a request, whose body has {@code length} bytes. Takes little of the answer until it is read. */
    public Socket begin(String path, String contentType, String body, int length) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(hub.getHost(), hub.getPort()));
        String head = "POST " + path + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + key + "\r\nContent-Type: "
                + contentType + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String[] headers(String name, String... values) {
        String[] headers = new String[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            headers[2 * i] = name;
            headers[2 * i + 1] = values[i];
        }
        return headers;
    }
}
