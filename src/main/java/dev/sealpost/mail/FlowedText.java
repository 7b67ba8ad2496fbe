package dev.sealpost.mail;

import jakarta.mail.internet.ContentType;

/** Joins the lines of {@code format=flowed} text again (RFC 3676). */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private final boolean deletesSpace;
    private final StringBuilder joined = new StringBuilder();
    private int openQuote = -1;

    private FlowedText(boolean deletesSpace) {
        this.deletesSpace = deletesSpace;
    }

    static boolean isFlowed(ContentType type) {
        return PartType.parameter(type, "format").equalsIgnoreCase("flowed");
    }

    static String unfold(String text, ContentType type) {
        FlowedText flowed = new FlowedText(PartType.parameter(type, "delsp").equalsIgnoreCase("yes"));
        text.lines().forEach(flowed::add);
        return flowed.joined.toString();
    }

    /** Quoted lines join only those of the same depth. */
    private void add(String line) {
        int quote = quoteDepth(line);
        String content = unstuffed(line.substring(quote));
        if (openQuote == quote && !content.equals(SIGNATURE)) {
            joined.setLength(joined.length() - 1);
        } else {
            joined.append(">".repeat(quote)).append(quote > 0 ? " " : "");
        }
        boolean goesOn = content.endsWith(" ") && !content.equals(SIGNATURE);
        joined.append(goesOn && deletesSpace ? content.substring(0, content.length() - 1) : content)
                .append('\n');
        openQuote = goesOn ? quote : -1;
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String content) {
        return content.startsWith(" ") ? content.substring(1) : content;
    }
}
