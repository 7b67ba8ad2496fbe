package dev.sealpost.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.sandbox.crm.CrmApi;
import dev.sealpost.sandbox.crm.CrmApiSettings;
import dev.sealpost.sandbox.net.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** A sandbox CRM of a test's own, and what people do in it. */
public final class OwnCrm implements AutoCloseable {
    public static final String CLIENT_ID = "sandbox-hub";
    public static final String CLIENT_SECRET = "sandbox-crm-secret";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final CrmApi api;

    private OwnCrm(CrmApi api) {
        this.api = api;
    }

    /** @param port that it had before, or 0 */
    public static OwnCrm start(Path directory, int port) {
        try {
            return new OwnCrm(CrmApi.start(new CrmApiSettings(
                    directory,
                    new LoopbackPort("the test's CRM port", port),
                    CLIENT_ID,
                    CLIENT_SECRET,
                    Duration.ofMinutes(5))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return api.uri();
    }

    /** Adds a contact or changes some of its fields; answers the whole of it. */
    public JsonNode put(String id, String fields) {
        return call("PUT", "/_sandbox/contacts/" + id, fields);
    }

    /** Adds somebody who opted in. */
    public JsonNode optIn(String id, String phone) {
        return put(id, "{\"name\":\"Ana Souza\",\"phone\":\"%s\",\"whatsappOptIn\":true}".formatted(phone));
    }

    /** Adds an item as it is. */
    public void add(String item) {
        call("POST", "/_sandbox/contacts", item);
    }

    /** The source id of a contact's last change. */
    public static String changeOf(JsonNode contact) {
        return contact.path("id").asText() + "@" + contact.path("modifiedAt").asText();
    }

    public void order(String fault) {
        call("POST", "/_sandbox/faults", fault);
    }

    public void clearFaults() {
        call("DELETE", "/_sandbox/faults", "");
    }

    /** How often pages were asked for. */
    public int pages() {
        return call("GET", "/_sandbox/health", "").path("pages").asInt();
    }

    public int tokens() {
        return call("GET", "/_sandbox/health", "").path("tokens").asInt();
    }

    private JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The CRM does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        api.close();
    }
}
