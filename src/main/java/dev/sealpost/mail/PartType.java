package dev.sealpost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;

/** What a part says it is. A type that cannot be read is that of a part nobody reads (RFC 2045, section 5.2 allows to guess). */
final class PartType {

    private PartType() {}

    static ContentType of(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException unreadable) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    static String parameter(ContentType type, String name) {
        String value = type.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
