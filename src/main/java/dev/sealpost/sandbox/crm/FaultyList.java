package dev.sealpost.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What a client sees of a fault of the list. */
record FaultyList(ContactList list, HttpExchange exchange, ListQuery query) {
    private static final String ELSEWHERE = "http://127.0.0.2:9/contacts";
    private static final int LARGE = 8 * 1024 * 1024;

    void answer(CrmFault fault) throws IOException {
        switch (fault.kind().orElseThrow()) {
            case SAME_PAGE -> ContactList.send(exchange, samePage());
            case CURSOR_BACK -> ContactList.send(exchange, cursorBack());
            case HTML -> Answers.html(exchange, 200);
            case THROTTLE -> throttle(fault);
            case REDIRECT -> redirect();
            case FOREIGN_LINK -> ContactList.send(exchange, page().put("next", ELSEWHERE));
            case SLOW -> slow(fault);
            case HALF_BODY -> Answers.half(exchange, page());
            case LARGE -> Answers.json(exchange, 200, page().put("padding", "x".repeat(LARGE)));
            case DRIP -> Answers.endless(exchange, 1, 100);
            case ENDLESS -> Answers.endless(exchange, LARGE / 64, 0);
            case DEEP -> Answers.text(exchange, "{\"contacts\":" + "[".repeat(100_000));
            case CROWDED -> Answers.text(exchange, "{\"contacts\":[" + "{},".repeat(20_000) + "{}]}");
            case NO_LIST ->
                Answers.json(exchange, 200, Answers.JSON.createObjectNode().put("contacts", "none"));
            case OUTAGE, EXPIRED_TOKEN, NO_TOKEN -> Answers.problem(exchange, 500, "The CRM is out of order");
        }
    }

    private ObjectNode page() {
        return list.page(exchange, query);
    }

    private ObjectNode firstPage() {
        return list.page(exchange, new ListQuery(query.since(), Optional.empty(), 1, query.limit()));
    }

    private ObjectNode samePage() {
        ObjectNode page = firstPage();
        ContactList.goesOn(exchange, page, ListQuery.cursorAfter(new Contact(0, Instant.now(), page)));
        return page;
    }

    /** To the second page, for ever. */
    private ObjectNode cursorBack() {
        ObjectNode page = page();
        ContactList.goesOn(exchange, page, firstPage().path("nextCursor").asText());
        return page;
    }

    private void throttle(CrmFault fault) throws IOException {
        if (fault.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", fault.retryAfter());
        }
        Answers.problem(exchange, 429, "Too many requests");
    }

    private void redirect() throws IOException {
        exchange.getResponseHeaders().set("Location", ELSEWHERE);
        Answers.problem(exchange, 302, "Moved");
    }

    private void slow(CrmFault fault) throws IOException {
        Answers.pause(fault.milliseconds() == null ? 1000 : fault.milliseconds());
        ContactList.send(exchange, page());
    }
}
