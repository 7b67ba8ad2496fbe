package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the Graph API. Its parameters may stand in a JSON body, in a form, or in the query.
 *
 * @param contentType empty if the request has none
 * @param upload the body of a form with a file
 */
public record GraphRequest(
        String method,
        URI uri,
        String host,
        Map<String, String> query,
        String contentType,
        Optional<String> bearer,
        byte[] body,
        Optional<Path> upload) {
    private static final String BEARER = "Bearer ";
    private static final String TOKEN = "access_token";
    private static final String PROOF = "appsecret_proof";
    private static final String FORM = "application/x-www-form-urlencoded";

    static GraphRequest of(HttpExchange exchange, byte[] body) {
        return of(exchange, body, Optional.empty());
    }

    static GraphRequest of(HttpExchange exchange, Path upload) {
        return of(exchange, new byte[0], Optional.of(upload));
    }

    private static GraphRequest of(HttpExchange exchange, byte[] body, Optional<Path> upload) {
        var headers = exchange.getRequestHeaders();
        return new GraphRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers.getFirst("Host"),
                Parameters.of(exchange.getRequestURI().getRawQuery()),
                Optional.ofNullable(headers.getFirst("Content-Type")).orElse(""),
                Optional.ofNullable(headers.getFirst("Authorization")).flatMap(GraphRequest::token),
                body,
                upload);
    }

    private static Optional<String> token(String authorization) {
        return Optional.of(authorization)
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** The access token: in the header, the query or the form. */
    Optional<String> accessToken() {
        return bearer.or(() -> parameter(TOKEN));
    }

    Optional<String> appSecretProof() {
        return parameter(PROOF);
    }

    private Optional<String> parameter(String name) {
        Optional<String> inQuery = queried(name);
        return inQuery.isPresent() || !isForm() ? inQuery : Optional.ofNullable(form().get(name));
    }

    /** A parameter of the query. */
    Optional<String> queried(String name) {
        return Optional.ofNullable(query.get(name));
    }

    private boolean isForm() {
        return contentType.startsWith(FORM);
    }

    private Map<String, String> form() {
        return Parameters.of(new String(body, StandardCharsets.UTF_8));
    }

    /** The parameters as one object, the body's before the query's; empty if the body is neither a form nor a JSON object. */
    public Optional<JsonNode> fields() {
        if (isForm() || body.length == 0) {
            ObjectNode fields = Json.object();
            query.forEach(fields::put);
            form().forEach(fields::put);
            fields.remove(TOKEN);
            fields.remove(PROOF);
            return Optional.of(fields);
        }
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The parameters; none if they cannot be read. */
    public LenientObject lenient() {
        return new LenientObject(fields().orElseGet(Json::object));
    }

    @Override
    public String toString() {
        return "GraphRequest[method=%s]".formatted(method);
    }
}
