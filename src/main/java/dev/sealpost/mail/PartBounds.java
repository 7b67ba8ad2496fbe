package dev.sealpost.mail;

/**
 * Whether a mail's body is plain enough to be taken apart: each part and each line of a part's header costs the MIME library many times
 * its bytes. Counted are lines that may be boundaries ({@code --}), and those up to the next empty one.
 */
final class PartBounds {

    static final int MOST_BOUNDARIES = 10_000;
    static final int MOST_HEADER_LINES = 100_000;

    private int boundaries;
    private int headerLines;
    private boolean inHeader;

    private PartBounds() {}

    static boolean hold(byte[] mail) {
        PartBounds bounds = new PartBounds();
        int start = 0;
        for (int i = 0; i < mail.length && bounds.hold(); i++) {
            if (mail[i] == '\n' || mail[i] == '\r') {
                bounds.add(mail, start, i);
                start = i + 1;
            }
        }
        return bounds.hold();
    }

    private boolean hold() {
        return boundaries <= MOST_BOUNDARIES && headerLines <= MOST_HEADER_LINES;
    }

    private void add(byte[] mail, int start, int end) {
        if (end - start >= 2 && mail[start] == '-' && mail[start + 1] == '-') {
            boundaries++;
            inHeader = true;
        } else if (start == end) {
            boolean insideOfLineEnd = start > 0 && mail[start - 1] == '\r' && mail[start] == '\n';
            inHeader = inHeader && insideOfLineEnd;
        } else if (inHeader) {
            headerLines++;
        }
    }
}
