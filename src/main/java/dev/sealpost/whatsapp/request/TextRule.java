package dev.sealpost.whatsapp.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * What a text of a request may be.
 *
 * @param most characters (code points)
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Cloud API, Messages</a>
 */
record TextRule(int most, Form form) {

    enum Form {
        ANY,
        /** An absolute address of the web. */
        LINK
    }

    private static final Set<String> WEB = Set.of("http", "https");

    static TextRule of(int most) {
        return new TextRule(most, Form.ANY);
    }

    static TextRule link() {
        return new TextRule(2000, Form.LINK);
    }

    /** What is wrong with it, in words that hold none of it. */
    Optional<Objection> objection(String text) {
        if (text.isBlank()) {
            return Optional.of(new Objection("field-empty", "is empty"));
        }
        if (text.codePointCount(0, text.length()) > most) {
            return Optional.of(new Objection("field-too-long", "has more than " + most + " characters"));
        }
        return form == Form.LINK && !isLink(text)
                ? Optional.of(new Objection("field-not-a-link", "is not a link, https://…"))
                : Optional.empty();
    }

    /** @param problem as it is said of a place: {@code has more than 60 characters} */
    record Objection(String word, String problem) {}

    private static boolean isLink(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null && WEB.contains(uri.getScheme().toLowerCase()) && uri.getHost() != null;
        } catch (URISyntaxException notALink) {
            return false;
        }
    }
}
