package dev.sealpost.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.crm.PageReader.NotAPage;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a list goes on after a page. */
final class NextPlace {

    /** A link and its parameters (RFC 8288, section 3). No part of the header is looked at twice. */
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^,<]*)");

    private static final Pattern RELATION = Pattern.compile("(?i);\\s*rel\\s*=\\s*\"?([^\";]*)");

    private final Paging paging;

    NextPlace(Paging paging) {
        this.paging = paging;
    }

    /** @return null if the list ends there */
    Place after(Place place, JsonNode root, HttpHeaders headers, int items) throws NotAPage {
        return switch (paging.mode()) {
            case NONE -> null;
            case CURSOR -> named(root);
            case LINK -> paging.next() == null ? inHeader(headers) : named(root);
            case PAGE -> page(place, root, items);
        };
    }

    private Place named(JsonNode root) throws NotAPage {
        JsonNode node = paging.next().in(root);
        if (node.isMissingNode() || node.isNull() || node.asText("-").isEmpty()) {
            return null;
        }
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw new NotAPage("malformed", "what is at " + paging.next() + " is no text");
        }
        return bounded(node.asText());
    }

    private static Place bounded(String text) throws NotAPage {
        if (text.length() > Place.LONGEST) {
            throw new NotAPage("malformed", "the next cursor or link has more than " + Place.LONGEST + " characters");
        }
        return new Place(text);
    }

    private Place page(Place place, JsonNode root, int items) throws NotAPage {
        long number = place.isBeginning() ? paging.firstPage() : Long.parseLong(place.text());
        Place following = new Place(Long.toString(number + 1));
        if (paging.next() == null) {
            return items == 0 ? null : following;
        }
        JsonNode more = paging.next().in(root);
        if (more.isBoolean()) {
            return more.booleanValue() ? following : null;
        }
        if (more.isIntegralNumber() && more.canConvertToLong()) {
            return new Place(more.asText());
        }
        if (more.isMissingNode() || more.isNull()) {
            return null;
        }
        throw new NotAPage("malformed", "what is at " + paging.next() + " is neither true, false nor a page's number");
    }

    private static Place inHeader(HttpHeaders headers) throws NotAPage {
        for (String value : headers.allValues("Link")) {
            Matcher link = LINK.matcher(value);
            while (link.find()) {
                if (isNext(link.group(2))) {
                    return bounded(link.group(1));
                }
            }
        }
        return null;
    }

    private static boolean isNext(String parameters) {
        Matcher relation = RELATION.matcher(parameters);
        return relation.find()
                && Arrays.asList(relation.group(1).strip().split("\\s+")).contains("next");
    }
}
