package dev.sealpost.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what a sender wrote from what they quote: {@code > } lines are an answer's quotes and are left out, while a mail forwarded in
 * the text is read, without the block of headers that mail programs put above it.
 */
final class ForwardedText {

    static final int DEEPEST = 10;

    private static final Pattern MARK = Pattern.compile(
            "(?i)[>\\s]*(?:-{2,}\\s*(?:forwarded|original|weitergeleitet|ursprüngliche|mensagem|message|mensaje|messaggio)"
                    + "[^-]{0,60}-*|begin forwarded message\\s*:)\\s*");
    private static final Pattern QUOTE = Pattern.compile("^>[> \\t]*+");
    private static final Pattern FROM = Pattern.compile("(?i)\\s*\\*?(?:from|von|de|da|van)\\*?\\s*:.*");

    private ForwardedText() {}

    /** The lines the sender wrote themselves, without quotes. */
    static List<String> own(List<String> lines) {
        return lines.stream()
                .limit(markIn(lines))
                .filter(line -> !line.startsWith(">"))
                .toList();
    }

    /** The lines of the mail that is forwarded last, and so came first; none if nothing is forwarded, or too often. */
    static List<String> forwarded(List<String> lines) {
        List<String> found = List.of();
        List<String> rest = lines;
        for (int depth = 0; depth <= DEEPEST; depth++) {
            int mark = markIn(rest);
            if (mark == rest.size()) {
                return found;
            }
            rest = below(rest.subList(mark + 1, rest.size()));
            found = rest.isEmpty() ? found : rest;
        }
        return List.of();
    }

    private static List<String> below(List<String> lines) {
        return afterHeaders(
                lines.stream().map(line -> QUOTE.matcher(line).replaceFirst("")).toList());
    }

    private static int markIn(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (MARK.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    private static List<String> afterHeaders(List<String> lines) {
        List<String> text = lines.stream().dropWhile(String::isBlank).toList();
        boolean headers = text.stream().takeWhile(line -> !line.isBlank()).anyMatch(line -> FROM.matcher(line)
                .matches());
        return headers ? text.stream().dropWhile(line -> !line.isBlank()).toList() : text;
    }
}
