package dev.sealpost.sandbox.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

/** The sandbox's own API under {@code /_sandbox/}: what people do in the CRM, and what it is to do wrong. */
record CrmControl(Contacts contacts, Tokens tokens, CrmFaults faults, Usage usage) implements HttpHandler {
    private static final String ROUTES =
            "PUT contacts/{id}, POST contacts, GET contacts, GET health, GET, POST and DELETE faults";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/_sandbox/".length());
            String route = exchange.getRequestMethod() + " " + path;
            switch (route) {
                case "GET health" -> Answers.json(exchange, 200, health());
                case "POST contacts" -> add(exchange);
                case "GET contacts" -> Answers.json(exchange, 200, all());
                case "GET faults" -> Answers.json(exchange, 200, active());
                case "POST faults" -> order(exchange);
                case "DELETE faults" -> clear(exchange);
                default -> put(exchange, route);
            }
        }
    }

    private void put(HttpExchange exchange, String route) throws IOException {
        String prefix = "PUT contacts/";
        ObjectNode given = Answers.object(exchange);
        if (!route.startsWith(prefix) || route.length() == prefix.length()) {
            Answers.problem(exchange, 404, "Under /_sandbox/ there are " + ROUTES);
        } else if (given == null) {
            Answers.problem(exchange, 400, "A JSON object with the contact's fields is expected");
        } else {
            Answers.json(exchange, 200, contacts.put(route.substring(prefix.length()), given));
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        ObjectNode item = Answers.object(exchange);
        if (item == null) {
            Answers.problem(exchange, 400, "A JSON object is expected; it is listed as it is");
            return;
        }
        contacts.add(item);
        Answers.json(exchange, 200, item);
    }

    private void order(HttpExchange exchange) throws IOException {
        ObjectNode given = Answers.object(exchange);
        try {
            CrmFault fault = Answers.JSON.treeToValue(given, CrmFault.class);
            if (fault != null && fault.kind().isPresent()) {
                faults.add(fault);
                Answers.json(exchange, 200, active());
                return;
            }
            Answers.problem(exchange, 400, "kind is one of " + kinds());
        } catch (JsonProcessingException e) {
            Answers.problem(exchange, 400, "A fault has kind, count, seconds, retryAfter, milliseconds");
        }
    }

    private void clear(HttpExchange exchange) throws IOException {
        faults.clear();
        Answers.json(exchange, 200, active());
    }

    private static String kinds() {
        return String.join(
                ", ",
                Arrays.stream(CrmFault.Kind.values())
                        .map(CrmFault.Kind::wireName)
                        .toList());
    }

    private ObjectNode active() {
        ObjectNode list = Answers.JSON.createObjectNode();
        list.set("faults", Answers.JSON.valueToTree(faults.active()));
        return list;
    }

    private ObjectNode all() {
        ObjectNode list = Answers.JSON.createObjectNode();
        var array = list.putArray("contacts");
        contacts.since(Instant.EPOCH).forEach(contact -> array.add(contact.fields()));
        return list;
    }

    private ObjectNode health() {
        return Answers.JSON
                .createObjectNode()
                .put("contacts", contacts.size())
                .put("pages", usage.pages().get())
                .put("tokens", usage.tokens().get());
    }
}
