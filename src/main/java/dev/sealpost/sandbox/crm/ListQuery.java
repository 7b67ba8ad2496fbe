package dev.sealpost.sandbox.crm;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a request for a page asks for. */
record ListQuery(Optional<Instant> since, Optional<String> cursor, int page, int limit) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    /** @throws IllegalArgumentException with what is wrong */
    static ListQuery of(URI request) {
        Map<String, String> given = parameters(request);
        return new ListQuery(
                Optional.ofNullable(given.get("modifiedSince")).map(ListQuery::time),
                Optional.ofNullable(given.get("cursor")).map(ListQuery::decoded),
                number(given, "page", 1),
                Math.min(MOST, number(given, "limit", DEFAULT_LIMIT)));
    }

    private static Map<String, String> parameters(URI request) {
        var parameters = new HashMap<String, String>();
        String query = Optional.ofNullable(request.getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("modifiedSince is a time as in 2026-11-25T10:00:00Z", e);
        }
    }

    private static String decoded(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            Instant.parse(text.split("#", 2)[0]);
            return text;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("cursor is not one that this CRM gave out", e);
        }
    }

    private static int number(Map<String, String> given, String name, int fallback) {
        String text = given.getOrDefault(name, Integer.toString(fallback));
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(name + " is a number from 1");
        }
        return Integer.parseInt(text);
    }

    static String cursorAfter(Contact contact) {
        String text = contact.modified() + "#" + contact.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isAfterCursor(Contact contact) {
        if (cursor.isEmpty()) {
            return true;
        }
        String[] parts = cursor.get().split("#", 2);
        int byTime = contact.modified().compareTo(Instant.parse(parts[0]));
        return byTime > 0 || byTime == 0 && contact.number() > Integer.parseInt(parts[1]);
    }

    /** How many contacts come before this page, where pages are asked for by number. */
    int skipped() {
        return (page - 1) * limit;
    }
}
