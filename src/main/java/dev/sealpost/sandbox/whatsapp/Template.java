package dev.sealpost.sandbox.whatsapp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An approved template whose body has positional parameters {@code {{1}}}, {@code {{2}}}, … */
record Template(String name, String language, String category, String body) {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{(\\d+)}}");

    /** Its body's one parameter is a code, which a button of type url copies. */
    boolean isAuthentication() {
        return category.equals("authentication");
    }

    int parameters() {
        return (int) PARAMETER.matcher(body).results().count();
    }

    /** The text a person gets to read. */
    String render(List<String> values) {
        return PARAMETER
                .matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement(values.get(Integer.parseInt(found.group(1)) - 1)));
    }
}
