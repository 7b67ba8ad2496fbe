package dev.sealpost.crm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads answers as pages. What is not one is refused as a whole, and not quoted. */
final class PageReader {

    private static final ObjectReader JSON = new ObjectMapper()
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Of a list that knows no page size; a page is accepted in one transaction. */
    static final int MOST_ITEMS = 10_000;

    private final Feed feed;
    private final NextPlace nextPlace;

    PageReader(Feed feed) {
        this.feed = feed;
        this.nextPlace = new NextPlace(feed.paging());
    }

    /** @throws NotAPage if it is none */
    Page read(Fetched.Body body, Place place) throws NotAPage {
        JsonNode root = parse(body);
        List<JsonNode> items = items(root);
        return new Page(items, nextPlace.after(place, root, body.headers(), items.size()), time(body.headers()));
    }

    private static JsonNode parse(Fetched.Body body) throws NotAPage {
        boolean json = body.headers()
                .firstValue("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .orElse(true);
        if (!json) {
            throw new NotAPage("not-json", "the content type is another");
        }
        try {
            return JSON.readValue(body.bytes());
        } catch (IOException e) {
            throw new NotAPage("not-json", "the body is none, or not all of one");
        }
    }

    private List<JsonNode> items(JsonNode root) throws NotAPage {
        JsonNode list = feed.items() == null ? root : feed.items().in(root);
        if (!list.isArray()) {
            String where = feed.items() == null ? "$" : feed.items().toString();
            throw new NotAPage("malformed", "no list at " + where);
        }
        if (list.size() > MOST_ITEMS) {
            throw new NotAPage("too-large", "more than " + MOST_ITEMS + " items");
        }
        List<JsonNode> items = new ArrayList<>(list.size());
        list.forEach(items::add);
        return items;
    }

    private static Instant time(HttpHeaders headers) {
        try {
            return headers.firstValue("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Why an answer is not a page. */
    static final class NotAPage extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Stop stop;

        NotAPage(String word, String detail) {
            super(word);
            this.stop = Stop.because(word, detail);
        }

        Stop stop() {
            return stop;
        }
    }
}
