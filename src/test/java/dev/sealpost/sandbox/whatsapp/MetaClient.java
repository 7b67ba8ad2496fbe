package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.testing.CloudApiClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A stock client of the Cloud API. */
record MetaClient(URI base, String token, Duration patience) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    MetaClient(URI base) {
        this(base, CloudApiClient.TOKEN, Duration.ofSeconds(20));
    }

    MetaClient withToken(String other) {
        return new MetaClient(base, other, patience);
    }

    MetaClient within(Duration other) {
        return new MetaClient(base, token, other);
    }

    record Answer(int status, String text, Optional<String> retryAfter) {
        JsonNode body() throws IOException {
            return Json.MAPPER.readTree(text);
        }

        String details() throws IOException {
            return body().at("/error/error_data/details").asText();
        }

        void isError(int expectedStatus, int expectedCode) throws IOException {
            assertThat(status).isEqualTo(expectedStatus);
            JsonNode error = body().get("error");
            assertThat(error.get("code").intValue()).isEqualTo(expectedCode);
            assertThat(error.get("type").asText()).endsWith("Exception");
            assertThat(error.get("fbtrace_id").asText()).hasSizeGreaterThan(10);
            assertThat(error.at("/error_data/messaging_product").asText()).isEqualTo("whatsapp");
            if (!error.has("error_subcode")) {
                assertThat(error.get("message").asText()).startsWith("(#" + expectedCode + ") ");
            }
        }
    }

    Answer post(JsonNode message) throws IOException, InterruptedException {
        return postRaw(message.toString());
    }

    Answer postRaw(String body) throws IOException, InterruptedException {
        return send("/v23.0/" + CloudApiClient.PHONE_NUMBER_ID + "/messages", body);
    }

    Answer post(String path, JsonNode message) throws IOException, InterruptedException {
        return send(path, message.toString());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /** Uploads a small file and returns its id. */
    String upload(String mimeType) throws IOException, InterruptedException {
        Answer answer = upload(mimeType, new byte[] {1, 2, 3});
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().get("id").asText();
    }

    Answer upload(String mimeType, byte[] bytes) throws IOException, InterruptedException {
        String head =
                """
                --b
                Content-Disposition: form-data; name="messaging_product"

                whatsapp
                --b
                Content-Disposition: form-data; name="type"

                %s
                --b
                Content-Disposition: form-data; name="file"; filename="a"
                Content-Type: application/octet-stream

                """
                        .formatted(mimeType)
                        .replace("\n", "\r\n");
        var form = new ByteArrayOutputStream();
        form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request("/v23.0/" + CloudApiClient.PHONE_NUMBER_ID + "/media")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    Answer postForm(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(patience).header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
    }

    static ObjectNode text(String to, String body) {
        ObjectNode message =
                Json.object().put("messaging_product", "whatsapp").put("to", to).put("type", "text");
        message.putObject("text").put("body", body);
        return message;
    }

    static ObjectNode orderShipped(String to, String... parameters) {
        ObjectNode message =
                Json.object().put("messaging_product", "whatsapp").put("to", to).put("type", "template");
        ObjectNode template = message.putObject("template").put("name", "order_shipped");
        template.putObject("language").put("code", "en");
        ObjectNode body = template.putArray("components").addObject().put("type", "body");
        ArrayNode list = body.putArray("parameters");
        for (String parameter : parameters) {
            list.addObject().put("type", "text").put("text", parameter);
        }
        return message;
    }
}
