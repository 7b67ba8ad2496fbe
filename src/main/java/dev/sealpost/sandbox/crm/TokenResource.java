package dev.sealpost.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code POST /oauth/token}: client credentials (RFC 6749, section 4.4). */
record TokenResource(Tokens tokens, CrmFaults faults, Usage usage) implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            usage.tokens().incrementAndGet();
            String form = new String(exchange.getRequestBody().readNBytes(8192), StandardCharsets.UTF_8);
            if (faults.strike(CrmFault.Kind.NO_TOKEN).isPresent()) {
                Answers.html(exchange, 500);
            } else if (!tokens.knowsClient(exchange.getRequestHeaders().getFirst("Authorization"))) {
                Answers.json(exchange, 401, Answers.JSON.createObjectNode().put("error", "invalid_client"));
            } else if (!form.contains("grant_type=client_credentials")) {
                Answers.json(exchange, 400, Answers.JSON.createObjectNode().put("error", "unsupported_grant_type"));
            } else {
                Answers.json(exchange, 200, token());
            }
        }
    }

    private ObjectNode token() {
        return Answers.JSON
                .createObjectNode()
                .put("access_token", tokens.issue())
                .put("token_type", "Bearer")
                .put("expires_in", tokens.lifeSeconds());
    }
}
