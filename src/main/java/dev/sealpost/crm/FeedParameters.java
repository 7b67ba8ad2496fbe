package dev.sealpost.crm;

import dev.sealpost.message.FieldPath;
import java.time.Duration;

/**
 * A feed before its flow is known: what {@code kamelet:crm-intake} says.
 *
 * @throws IllegalArgumentException if a value cannot be used
 */
record FeedParameters(
        Connection connection,
        String path,
        FieldPath items,
        FieldPath id,
        FieldPath modified,
        String modifiedSince,
        SinceFormat sinceFormat,
        Paging paging,
        Duration interval,
        Duration overlap,
        FieldPath when) {

    private static final int MOST_ITEMS = 500;

    FeedParameters {
        require(path.matches("/[!-~]*") && !path.contains("#"), "path", path, "a path from the base URL: /contacts");
        require(!modifiedSince.isBlank(), "modifiedSince", modifiedSince, "the name of a query parameter");
        require(paging.size() >= 1 && paging.size() <= MOST_ITEMS, "pageSize", paging.size(), "1 to " + MOST_ITEMS);
        require(interval.toMillis() > 0, "interval", interval, "a duration above zero: 1m");
        require(!overlap.isNegative(), "overlap", overlap, "a duration: 2m");
        boolean needsNext = paging.mode() == Paging.Mode.CURSOR;
        require(!needsNext || paging.next() != null, "next", "", "where a page has the next cursor: $.nextCursor");
    }

    Feed of(String flow) {
        return new Feed(
                flow,
                connection,
                path,
                items,
                id,
                modified,
                modifiedSince,
                sinceFormat,
                paging,
                interval,
                overlap,
                when);
    }

    private static void require(boolean fine, String name, Object value, String allowed) {
        if (!fine) {
            throw new IllegalArgumentException(
                    "kamelet:crm-intake: %s is \"%s\"; allowed: %s".formatted(name, value, allowed));
        }
    }
}
