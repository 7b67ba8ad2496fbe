package dev.sealpost.sandbox.whatsapp.graph;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which object a call is about.
 *
 * @param id of the object
 * @param edge what of it; empty for the object itself
 */
record GraphPath(String id, String edge) {
    private static final Pattern PATH = Pattern.compile("(?:/v\\d{1,3}\\.\\d{1,2})?/([\\w.:-]+)(?:/(\\w+))?/?");

    /** Empty if the path names no object. */
    static Optional<GraphPath> of(String path) {
        Matcher found = PATH.matcher(path);
        return found.matches()
                ? Optional.of(new GraphPath(
                        found.group(1), Optional.ofNullable(found.group(2)).orElse("")))
                : Optional.empty();
    }
}
