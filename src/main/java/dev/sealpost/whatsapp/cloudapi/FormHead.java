package dev.sealpost.whatsapp.cloudapi;

import java.util.Map;

/** What stands before the file in {@code multipart/form-data}: the other fields, and the file's own headers. */
final class FormHead {

    private FormHead() {}

    /** @param fields in order; the file is called {@code file} */
    static String of(String boundary, Map<String, String> fields, FilePart file) {
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append(disposition(boundary, name))
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return head.append(disposition(boundary, "file"))
                .append("; filename=\"")
                .append(quoted(file.fileName()))
                .append("\"\r\nContent-Type: ")
                .append(file.contentType())
                .append("\r\n\r\n")
                .toString();
    }

    private static String disposition(String boundary, String name) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(boundary, quoted(name));
    }

    /** As browsers do (RFC 7578, section 2: the file name in UTF-8, what would end it percent-encoded). */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
