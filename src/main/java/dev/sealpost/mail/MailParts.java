package dev.sealpost.mail;

import dev.sealpost.message.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a mail that may hold its event, those of a forwarded mail inside it (message/rfc822) among them. Pictures, signatures
 * and other attachments count, and are not read.
 */
final class MailParts {

    static final int MOST = 100;
    static final int DEEPEST = 10;

    private final Session session;
    private final List<Part> texts = new ArrayList<>();
    private final List<Part> pages = new ArrayList<>();
    private final List<Part> objects = new ArrayList<>();
    private int count;
    private Reason fault;

    private MailParts(Session session) {
        this.session = session;
    }

    static MailParts of(MimeMessage mail, Session session) throws MessagingException, IOException {
        MailParts parts = new MailParts(session);
        parts.add(mail, 0);
        return parts;
    }

    /** Why they are too many; null if they are not. */
    Reason fault() {
        return fault;
    }

    List<Part> texts() {
        return texts;
    }

    List<Part> pages() {
        return pages;
    }

    /** JSON attachments. */
    List<Part> objects() {
        return objects;
    }

    /** A forwarded mail is as untrusted as the one it comes with. */
    private void addForwarded(Part part, int depth) throws MessagingException, IOException {
        byte[] mail;
        try (InputStream forwarded = part.getInputStream()) {
            mail = forwarded.readAllBytes();
        }
        if (HeaderBounds.hold(mail) && PartBounds.hold(mail)) {
            add(new MimeMessage(session, new ByteArrayInputStream(mail)), depth + 1);
        } else {
            fault = Reason.of("malformed", "a forwarded mail has too long a header, or too many parts");
        }
    }

    private void add(Part part, int depth) throws MessagingException, IOException {
        count++;
        if (count > MOST) {
            fault = Reason.of("malformed", "the mail has more than " + MOST + " parts");
        } else if (depth > DEEPEST) {
            fault = Reason.of("malformed", "the mail's parts are nested deeper than " + DEEPEST);
        } else {
            sort(part, PartType.of(part), depth);
        }
    }

    private void sort(Part part, ContentType type, int depth) throws MessagingException, IOException {
        if (type.match("multipart/*")) {
            addAll(new MimeMultipart(part.getDataHandler().getDataSource()), depth);
        } else if (type.match("message/rfc822")) {
            addForwarded(part, depth);
        } else if (type.match("application/json") || isJsonFile(part)) {
            objects.add(part);
        } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            sortText(part, type);
        }
    }

    private void sortText(Part part, ContentType type) {
        if (type.match("text/plain")) {
            texts.add(part);
        } else if (type.match("text/html")) {
            pages.add(part);
        }
    }

    private void addAll(MimeMultipart parts, int depth) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount() && fault == null; i++) {
            add(parts.getBodyPart(i), depth + 1);
        }
    }

    private static boolean isJsonFile(Part part) throws MessagingException, IOException {
        String name = part.getFileName();
        return name != null
                && MimeUtility.decodeText(name).toLowerCase(Locale.ROOT).endsWith(".json");
    }
}
