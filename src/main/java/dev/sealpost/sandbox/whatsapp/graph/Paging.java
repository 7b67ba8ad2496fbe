package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.web.util.UriComponentsBuilder;

/** A page of a list in Meta's shape, with cursors; where the list goes on keeps the request's other parameters. */
record Paging(GraphRequest request) {
    private static final int USUAL = 25;
    private static final int MOST = 1_000;

    /** Lists what {@code limit}, {@code after} and {@code before} select. */
    ObjectNode page(List<ObjectNode> all) {
        int limit = request.queried("limit")
                .map(Paging::number)
                .orElse(OptionalInt.empty())
                .orElse(USUAL);
        int size = Math.max(1, Math.min(limit, MOST));
        OptionalInt before = cursor("before");
        int from = before.isPresent()
                ? Math.max(0, before.getAsInt() - size)
                : Math.min(all.size(), cursor("after").orElse(-1) + 1);
        int to = before.isPresent()
                ? Math.min(all.size(), Math.max(0, before.getAsInt()))
                : Math.min(all.size(), from + size);
        ObjectNode page = Json.object();
        page.putArray("data").addAll(all.subList(from, to));
        if (from < to) {
            cursors(page, from, to, all.size());
        }
        return page;
    }

    private void cursors(ObjectNode page, int from, int to, int total) {
        ObjectNode paging = page.putObject("paging");
        paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to - 1));
        if (to < total) {
            paging.put("next", address("after", to - 1));
        }
        if (from > 0) {
            paging.put("previous", address("before", from));
        }
    }

    private String address(String direction, int index) {
        var address = UriComponentsBuilder.fromUriString("http://" + request.host())
                .path(request.uri().getPath());
        request.query().forEach(address::queryParam);
        return address.replaceQueryParam("after")
                .replaceQueryParam("before")
                .queryParam(direction, cursor(index))
                .encode()
                .toUriString();
    }

    private static String cursor(int index) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("at:" + index).getBytes(StandardCharsets.US_ASCII));
    }

    private OptionalInt cursor(String name) {
        return request.queried(name).map(Paging::decoded).orElse(OptionalInt.empty());
    }

    private static OptionalInt decoded(String cursor) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return number(decoded.replaceFirst("^at:", ""));
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
