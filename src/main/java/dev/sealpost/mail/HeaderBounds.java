package dev.sealpost.mail;

/** Whether the header of a mail is small enough to be parsed. */
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
            if (lines > MAX_LINES) {
                return false;
            }
        }
        return mail.length <= MAX_BYTES;
    }

    private static boolean isEmpty(byte[] mail, int start, int end) {
        return end == start || end == start + 1 && mail[start] == '\r';
    }
}
