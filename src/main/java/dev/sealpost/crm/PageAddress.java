package dev.sealpost.crm;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a page is asked for. The query holds a time, a page size and what the CRM itself gave out, never anything about a person. */
final class PageAddress {

    private final Feed feed;

    PageAddress(Feed feed) {
        this.feed = feed;
    }

    /**
     * @param since null for everything
     * @return empty if a link leads to another origin, or nowhere
     */
    Optional<URI> of(Instant since, Place place) {
        boolean isLink = feed.paging().mode() == Paging.Mode.LINK && !place.isBeginning();
        return isLink ? link(place) : Optional.of(first(since, place));
    }

    private URI first(Instant since, Place place) {
        List<String> query = new ArrayList<>();
        if (since != null) {
            add(query, feed.modifiedSince(), feed.sinceFormat().write(since));
        }
        if (!feed.paging().sizeParameter().isEmpty()) {
            add(
                    query,
                    feed.paging().sizeParameter(),
                    Integer.toString(feed.paging().size()));
        }
        place(place).ifPresent(text -> add(query, feed.paging().parameter(), text));
        return URI.create(base() + (query.isEmpty() ? "" : separator() + String.join("&", query)));
    }

    private Optional<String> place(Place place) {
        return switch (feed.paging().mode()) {
            case CURSOR -> Optional.ofNullable(place.text());
            case PAGE ->
                Optional.of(place.isBeginning() ? Integer.toString(feed.paging().firstPage()) : place.text());
            case LINK, NONE -> Optional.empty();
        };
    }

    private Optional<URI> link(Place place) {
        try {
            URI address = URI.create(base()).resolve(place.text().strip());
            return Optional.of(address).filter(feed.connection()::isOriginOf);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private String base() {
        String base = feed.connection().baseUrl().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + feed.path();
    }

    private String separator() {
        return feed.path().contains("?") ? "&" : "?";
    }

    private static void add(List<String> query, String name, String value) {
        query.add(encoded(name) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
