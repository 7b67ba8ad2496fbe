package dev.sealpost.sandbox.whatsapp.page;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The parameters of a request, as the address has them; one that is not understood counts as left out. */
record ChatQuery(Map<String, String> parameters) {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    static ChatQuery of(URI uri) {
        return new ChatQuery(
                UriComponentsBuilder.fromUri(uri).build().getQueryParams().toSingleValueMap());
    }

    String text(String name) {
        return URLDecoder.decode(parameters.getOrDefault(name, ""), StandardCharsets.UTF_8);
    }

    /** What a number or a user id is made of, and nothing else. */
    String person(String name) {
        return text(name).replaceAll("[^0-9A-Za-z.]", "");
    }

    long number(String name, long otherwise) {
        return text(name).matches("\\d{1,18}") ? Long.parseLong(text(name)) : otherwise;
    }

    int limit() {
        return (int) Math.max(1, Math.min(MOST, number("limit", USUAL)));
    }

    @Override
    public String toString() {
        return "ChatQuery" + parameters.keySet();
    }
}
