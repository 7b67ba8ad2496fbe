package dev.sealpost.sandbox.crm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A fault as {@code POST /_sandbox/faults} takes it. What is left out is null.
 *
 * @param count after how many requests it ends
 * @param seconds after how many seconds it ends
 * @param retryAfter for {@code throttle}: the value of {@code Retry-After}
 * @param milliseconds for {@code slow}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CrmFault(
        @JsonProperty("kind") String kindName, Integer count, Double seconds, String retryAfter, Integer milliseconds) {

    /** The names are those of {@code POST /_sandbox/faults}. */
    enum Kind {
        /** The first page again and again, each time with another cursor. */
        SAME_PAGE,
        /** The cursor of the second page, on each page. */
        CURSOR_BACK,
        /** 200 with a page of HTML. */
        HTML,
        /** 429. */
        THROTTLE,
        /** 500. */
        OUTAGE,
        /** 302 to another host. */
        REDIRECT,
        /** The list goes on at another host. */
        FOREIGN_LINK,
        /** The answer comes late. */
        SLOW,
        /** The connection breaks in the middle of the answer. */
        HALF_BODY,
        /** A page of more than 8 MB. */
        LARGE,
        /** A byte now and then, for ever. */
        DRIP,
        /** An answer that does not end. */
        ENDLESS,
        /** JSON that is nested 100,000 deep. */
        DEEP,
        /** A page of 20,000 items. */
        CROWDED,
        /** 200 with JSON in which the list is missing. */
        NO_LIST,
        /** All access tokens are revoked. */
        EXPIRED_TOKEN,
        /** The token endpoint answers 500. */
        NO_TOKEN;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Optional<Kind> kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.wireName().equals(kindName))
                .findFirst();
    }
}
