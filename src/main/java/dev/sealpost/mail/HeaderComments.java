package dev.sealpost.mail;

/** Takes the comments out of a structured header: {@code (…)}, nested, but not in quotes (RFC 5322, section 3.2.2). */
final class HeaderComments {

    /** For what was escaped in quotes: a bare quotation mark would end them for whoever reads on. */
    private static final char HARMLESS = '_';

    private final StringBuilder kept = new StringBuilder();
    private int depth;
    private boolean quoted;
    private boolean escaped;

    private HeaderComments() {}

    static String removed(String header) {
        HeaderComments reading = new HeaderComments();
        header.chars().forEach(character -> reading.next((char) character));
        return reading.kept.toString();
    }

    private void next(char character) {
        if (escaped) {
            escaped = false;
            keep(quoted ? HARMLESS : character);
        } else if (character == '\\' && (quoted || depth > 0)) {
            escaped = true;
        } else if (character == '"' && depth == 0) {
            quoted = !quoted;
            keep(character);
        } else if (!quoted && character == '(') {
            depth++;
        } else if (!quoted && character == ')' && depth > 0) {
            depth--;
            kept.append(depth == 0 ? " " : "");
        } else {
            keep(character);
        }
    }

    /** A semicolon in quotes is no separator. */
    private void keep(char character) {
        if (depth == 0) {
            kept.append(quoted && character == ';' ? ' ' : character);
        }
    }
}
