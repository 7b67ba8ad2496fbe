package dev.sealpost.lint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a route reads from or sends to.
 *
 * @param uri without its query
 * @param parameters those of the query and those given beside it
 */
record Endpoint(String uri, Place at, List<Setting> parameters) {

    private static final String KAMELET = "kamelet:";

    /** Takes a uri apart, so that a parameter is the same wherever it is given. */
    static Endpoint of(String text, Place at, List<Setting> beside) {
        int query = text.indexOf('?');
        if (query < 0) {
            return new Endpoint(text, at, List.copyOf(beside));
        }
        List<Setting> parameters = new ArrayList<>(query(text, query + 1, at));
        parameters.addAll(beside);
        return new Endpoint(text.substring(0, query), at, List.copyOf(parameters));
    }

    private static List<Setting> query(String text, int begin, Place at) {
        List<Setting> parameters = new ArrayList<>();
        for (int start = begin; start < text.length(); ) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            String pair = text.substring(start, end);
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            int value = equals < 0 ? pair.length() : equals + 1;
            parameters.add(new Setting(name, at.right(start), decoded(pair.substring(value)), at.right(start + value)));
            start = end + 1;
        }
        return parameters;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    /** The kamelet it names, {@code receive} of {@code kamelet:receive}; empty for anything else. */
    Optional<String> kamelet() {
        return uri.startsWith(KAMELET) ? Optional.of(uri.substring(KAMELET.length())) : Optional.empty();
    }

    boolean isWhatsApp() {
        return uri.strip().toLowerCase(Locale.ROOT).startsWith("whatsapp:");
    }

    boolean hasPlaceholder() {
        return uri.contains("{{");
    }

    Optional<Setting> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
