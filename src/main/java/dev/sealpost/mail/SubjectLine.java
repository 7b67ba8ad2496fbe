package dev.sealpost.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;

/** A mail's subject without the marks of answers and forwards, as mail programs of several languages write them. */
final class SubjectLine {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern MARK = Pattern.compile(
            "^\\s*+(?:re|fwd?|aw|wg|tr|rv|enc|res|sv|vs|antw)(?:\\[\\d{1,3}])?\\s*+:", Pattern.CASE_INSENSITIVE);

    private SubjectLine() {}

    /** Whether the header says this subject; upper and lower case and runs of spaces do not matter. */
    static boolean says(String subject, String header) {
        return header.length() <= MAX_LENGTH && bare(header).equalsIgnoreCase(spaced(subject));
    }

    private static String bare(String header) {
        String text = decoded(header);
        String shorter = MARK.matcher(text).replaceFirst("");
        while (!shorter.equals(text)) {
            text = shorter;
            shorter = MARK.matcher(text).replaceFirst("");
        }
        return spaced(text);
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException unknown) {
            return header;
        }
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
