package dev.sealpost.mail;

/** Whether the header of a mail is small and plain enough to be parsed. */
final class HeaderBounds {

    static final int MAX_BYTES = 65_536;
    static final int MAX_LINES = 1_000;

    private HeaderBounds() {}

    static boolean hold(byte[] mail) {
        int lines = 0;
        int lineStart = 0;
        for (int i = 0; i < mail.length && i < MAX_BYTES; i++) {
            if (mail[i] == '\n') {
                if (isEmpty(mail, lineStart, i)) {
                    return true;
                }
                lines++;
                lineStart = i + 1;
            }
            if (lines > MAX_LINES || isTreacherous(mail, i)) {
                return false;
            }
        }
        return mail.length <= MAX_BYTES;
    }

    private static boolean isEmpty(byte[] mail, int start, int end) {
        return end == start || end == start + 1 && mail[start] == '\r';
    }

    /** Some take a carriage return alone for the end of a line and others do not: one sees a From there and the other does not. */
    private static boolean isTreacherous(byte[] mail, int i) {
        boolean lone = mail[i] == '\r' && (i + 1 == mail.length || mail[i + 1] != '\n');
        return lone || mail[i] == 0;
    }
}
