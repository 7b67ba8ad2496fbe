package dev.sealpost.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One Authentication-Results header (RFC 8601, section 2.2). What does not follow the grammar is left out, which never lets a mail
 * pass.
 *
 * @param server the authserv-id of who wrote it
 */
record AuthenticationResults(String server, List<Result> results) {

    /** What one method found: {@code spf=pass smtp.mailfrom=clinic.example}. */
    record Result(String method, String value, Map<String, String> properties) {

        String property(String name) {
            return properties.getOrDefault(name, "");
        }
    }

    private static final Pattern RESULT =
            Pattern.compile("\\s*([a-z0-9-]{1,40})(?:\\s*/\\s*\\d{1,3})?\\s*=\\s*([a-z]{1,20})\\b(.*)", Pattern.DOTALL);
    private static final Pattern PROPERTY =
            Pattern.compile("\\b([a-z]{1,20}\\.[a-z0-9_-]{1,40})\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+))");

    static AuthenticationResults parse(String header) {
        String[] clauses =
                HeaderComments.removed(header).toLowerCase(Locale.ROOT).split(";", 200);
        List<Result> results = new ArrayList<>();
        for (int i = 1; i < clauses.length; i++) {
            Matcher result = RESULT.matcher(clauses[i]);
            if (result.matches()) {
                results.add(new Result(result.group(1), result.group(2), properties(result.group(3))));
            }
        }
        return new AuthenticationResults(clauses[0].strip().split("\\s+")[0], results);
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        Matcher property = PROPERTY.matcher(text);
        while (property.find()) {
            properties.putIfAbsent(
                    property.group(1), property.group(2) == null ? property.group(3) : property.group(2));
        }
        return properties;
    }

    Stream<Result> of(String method) {
        return results.stream().filter(result -> result.method().equals(method));
    }

    /** May hold addresses. */
    @Override
    public String toString() {
        return "AuthenticationResults[" + results.size() + "]";
    }
}
