package dev.sealpost.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Base64;

/** Mails as the world sends them, built header by header. */
public final class AwkwardMails {

    public static final String HEAD = "From: clinic@example.org\nSubject: appointment-reminder\nMIME-Version: 1.0\n";
    public static final String LINES = "appointmentId: 77\nphone: +351 912 345 678\n";
    static final String BOUNDARY = "----=_b";

    private AwkwardMails() {}

    /** Latin-1, so that each character is a byte. */
    public static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(ISO_8859_1);
    }

    static String text(String type, String body) {
        return HEAD + "Content-Type: " + type + "\n\n" + body;
    }

    /** The text's bytes in this charset. */
    static String in(Charset charset, String text) {
        return new String(text.getBytes(charset), ISO_8859_1);
    }

    static String base64(String type, byte[] content) {
        return HEAD + "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(content);
    }

    static String multipart(String kind, String... parts) {
        return HEAD + entity(kind, BOUNDARY, parts);
    }

    static String entity(String kind, String boundary, String... parts) {
        StringBuilder entity =
                new StringBuilder("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\n\npreamble\n");
        for (String part : parts) {
            entity.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return entity + "--" + boundary + "--\nepilogue: none\n";
    }

    static String part(String type, String body) {
        return "Content-Type: " + type + "\n\n" + body;
    }

    static String attachment(String type, String fileName, String body) {
        return "Content-Type: " + type + "\nContent-Disposition: attachment; filename=\"" + fileName + "\"\n\n" + body;
    }

    public static String withAttachments(int count) {
        String[] parts = new String[count + 1];
        parts[0] = part("text/plain", LINES);
        for (int i = 1; i <= count; i++) {
            parts[i] = attachment("image/png", "scan" + i + ".png", "x");
        }
        return multipart("mixed", parts);
    }

    public static String nested(int depth) {
        String entity = part("text/plain", LINES);
        for (int i = 0; i < depth; i++) {
            entity = entity("mixed", "b" + i, entity);
        }
        return HEAD + entity;
    }

    static String forwardedAsAttachment(int depth) {
        String mail = "From: somebody@else.example\nSubject: x\nContent-Type: text/plain\n\n" + LINES;
        for (int i = 1; i < depth; i++) {
            mail = "From: a@b.example\nContent-Type: message/rfc822\n\n" + mail;
        }
        return multipart("mixed", part("text/plain", "See below."), part("message/rfc822", mail));
    }

    static String utf8(String text) {
        return in(UTF_8, text);
    }
}
