package dev.sealpost.mail;

import static dev.sealpost.mail.AwkwardMails.HEAD;
import static dev.sealpost.mail.AwkwardMails.LINES;
import static dev.sealpost.mail.AwkwardMails.attachment;
import static dev.sealpost.mail.AwkwardMails.base64;
import static dev.sealpost.mail.AwkwardMails.bytes;
import static dev.sealpost.mail.AwkwardMails.entity;
import static dev.sealpost.mail.AwkwardMails.forwardedAsAttachment;
import static dev.sealpost.mail.AwkwardMails.in;
import static dev.sealpost.mail.AwkwardMails.multipart;
import static dev.sealpost.mail.AwkwardMails.nested;
import static dev.sealpost.mail.AwkwardMails.part;
import static dev.sealpost.mail.AwkwardMails.text;
import static dev.sealpost.mail.AwkwardMails.utf8;
import static dev.sealpost.mail.AwkwardMails.withAttachments;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail of an allowed sender")
class MailReaderTest {

    private static final MailPolicy POLICY =
            MailPolicy.of("clinic@example.org", "appointment-reminder", new AuthenticationPolicy(false, ""));
    private static final MailReader READER = new MailReader();

    @ParameterizedTest(name = "{0} is read")
    @MethodSource("readable")
    void isReadAsTheWorldSendsIt(String what, String mail) throws IOException {
        JsonNode event = event(mail);

        assertThat(event.path("appointmentId").asText()).isEqualTo("77");
        assertThat(event.path("phone").asText()).isEqualTo("+351 912 345 678");
    }

    static Stream<Arguments> readable() {
        String json = "{\"appointmentId\":\"77\",\"phone\":\"+351 912 345 678\"}";
        String html =
                "<html><style>phone: 1</style><p>appointmentId: 77<br>\n phone:&nbsp;+351 912\n 345 678</p></html>";
        String quoted = "appointmentId=3A 77\nphone: =2B351 912 345=\n 678\n";
        return Stream.of(
                Arguments.of("plain text", text("text/plain", LINES)),
                Arguments.of("text without a type", HEAD + "\n" + LINES),
                Arguments.of(
                        "text among other lines", text("text/plain", "Dear hub,\n\n" + LINES + "\nBest regards\n")),
                Arguments.of(
                        "text with a signature that has lines of its own",
                        text("text/plain", LINES + "-- \nphone: +44 20 7946 0958\n")),
                Arguments.of("quoted-printable", HEAD + "Content-Transfer-Encoding: quoted-printable\n\n" + quoted),
                Arguments.of("base64", base64("text/plain", LINES.getBytes(UTF_8))),
                Arguments.of(
                        "UTF-8 with a byte order mark",
                        base64("text/plain; charset=utf-8", ("\uFEFF" + LINES).getBytes(UTF_8))),
                Arguments.of("UTF-16", base64("text/plain; charset=utf-16", LINES.getBytes(UTF_16))),
                Arguments.of("an unknown charset", text("text/plain; charset=x-unknown-8bit", LINES)),
                Arguments.of("an impossible charset", text("text/plain; charset=\"no such \\\"thing\"", LINES)),
                Arguments.of("HTML only", text("text/html", html)),
                Arguments.of(
                        "an HTML table",
                        text(
                                "text/html",
                                "<table><tr><td>appointmentId:</td><td>77</td></tr>"
                                        + "<tr><th>phone:</th><td>+351 912 345 678</td></tr></table>")),
                Arguments.of(
                        "text and HTML",
                        multipart("alternative", part("text/plain", LINES), part("text/html", "<p>x: y</p>"))),
                Arguments.of(
                        "HTML beside a text that says nothing",
                        multipart("alternative", part("text/plain", "This mail is HTML."), part("text/html", html))),
                Arguments.of(
                        "text deep inside",
                        multipart(
                                "mixed",
                                entity("related", "i1", entity("alternative", "i2", part("text/plain", LINES))),
                                attachment("image/png", "logo.png", "x"))),
                Arguments.of(
                        "format=flowed",
                        text("text/plain; format=flowed", "appointmentId: \n77\nphone: +351 912 \n345 678\n")),
                Arguments.of(
                        "format=flowed that deletes spaces",
                        text(
                                "text/plain; format=flowed; delsp=yes",
                                "appointmentId: 7 \n7\nphone: +351 912 345  \n 678\n")),
                Arguments.of(
                        "a value that goes on in the next line",
                        text("text/plain", "appointmentId: 77\nphone: +351 912\n  345 678\n")),
                Arguments.of(
                        "a JSON attachment",
                        multipart(
                                "mixed",
                                part("text/plain", "See attachment."),
                                attachment("application/json", "event.json", json))),
                Arguments.of(
                        "a JSON file of another type",
                        multipart("mixed", attachment("application/octet-stream", "Event.JSON", json))),
                Arguments.of("nothing but JSON", HEAD + "Content-Type: application/json\n\n" + json),
                Arguments.of(
                        "a mail forwarded in the text",
                        text(
                                "text/plain",
                                "FYI\n\n---------- Forwarded message ---------\nFrom: A <a@b.example>\nDate: today\n"
                                        + "Subject: x\nTo: hub\n\n" + LINES)),
                Arguments.of(
                        "a mail forwarded in quotes",
                        text(
                                "text/plain",
                                "Begin forwarded message:\n\n> From: A <a@b.example>\n> Subject: x\n> \n> "
                                        + LINES.replace("\n", "\n> "))),
                Arguments.of("a mail forwarded with no header block", text("text/plain", "---- Forwarded\n\n" + LINES)),
                Arguments.of("a mail forwarded as an attachment", forwardedAsAttachment(1)),
                Arguments.of("a mail forwarded three times", forwardedAsAttachment(3)),
                Arguments.of(
                        "an answer over what it quotes",
                        text("text/plain", LINES + "\nOn Monday someone wrote:\n> phone: +44 20 7946 0958\n")),
                Arguments.of(
                        "a mail whose last boundary is missing", cut(multipart("mixed", part("text/plain", LINES)))),
                Arguments.of("a mail with 90 attachments", withAttachments(90)),
                Arguments.of(
                        "a subject that was forwarded",
                        text("text/plain", LINES).replace("Subject: ", "Subject: Fwd: RE: WG: ")),
                Arguments.of(
                        "an encoded subject",
                        text("text/plain", LINES)
                                .replace("appointment-reminder", "=?utf-8?B?YXBwb2ludG1lbnQtcmVtaW5kZXI=?=")),
                Arguments.of("a mail of bare line feeds", "BARE" + text("text/plain", LINES)));
    }

    private static String cut(String mail) {
        return mail.substring(0, mail.lastIndexOf("--" + AwkwardMails.BOUNDARY + "--"));
    }

    @Test
    void isReadInTheCharsetItNamesOrElseInUtf8() throws IOException {
        String name = "reason: consulta às nove\n";

        assertThat(event(text("text/plain; charset=iso-8859-1", in(ISO_8859_1, LINES + name)))
                        .path("reason")
                        .asText())
                .isEqualTo("consulta às nove");
        assertThat(event(text("text/plain; charset=windows-1252", in(Charset.forName("windows-1252"), LINES + name)))
                        .path("reason")
                        .asText())
                .isEqualTo("consulta às nove");
        assertThat(event(text("text/plain; charset=us-ascii", utf8(LINES + name)))
                        .path("reason")
                        .asText())
                .isEqualTo("consulta às nove");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void isRefusedAndKeptIfItCannotBeRead(String reason, String mail) {
        assertThat(READER.read(bytes(mail), POLICY)).isInstanceOfSatisfying(MailReading.Refused.class, refused -> {
            assertThat(refused.reason().toString()).isEqualTo(reason);
            assertThat(refused.keep()).isTrue();
        });
    }

    static Stream<Arguments> unreadable() {
        String nothing = "malformed: the mail has neither lines key: value nor a JSON attachment";
        String charset = "malformed: a text is neither in the charset it names nor UTF-8";
        String json = attachment("application/json", "e.json", "{}");
        return Stream.of(
                Arguments.of(nothing, HEAD + "\n"),
                Arguments.of(nothing, text("text/plain", "Hello\n")),
                Arguments.of(nothing, text("text/plain", "See https://clinic.example/77\n")),
                Arguments.of(nothing, text("text/html", "<p>Hello")),
                Arguments.of(nothing, HEAD + "Content-Type: image/png\n\n" + LINES),
                Arguments.of(nothing, HEAD + "Content-Type: ;;;=\n\n" + LINES),
                Arguments.of(
                        nothing,
                        text(
                                "multipart/encrypted; boundary=x",
                                "--x\nContent-Type: application/octet-stream\n\n" + LINES + "\n--x--")),
                Arguments.of(nothing, text("application/pkcs7-mime; name=smime.p7m", LINES)),
                Arguments.of(charset, text("text/plain; charset=utf-8", in(ISO_8859_1, LINES + "reason: às\n"))),
                Arguments.of(charset, text("text/plain; charset=x-none", in(ISO_8859_1, LINES + "reason: às\n"))),
                Arguments.of(
                        "malformed: a key stands twice with different values",
                        text("text/plain", LINES + "phone: +351 1\n")),
                Arguments.of(
                        "malformed: a value is longer than 4096 characters",
                        text("text/plain", "k: " + "v".repeat(5_000))),
                Arguments.of("malformed: the mail has more than 200 lines key: value", text("text/plain", keys(201))),
                Arguments.of("malformed: the mail has more than one JSON attachment", multipart("mixed", json, json)),
                Arguments.of("malformed: the mail has more than 100 parts", withAttachments(1_000)),
                Arguments.of("malformed: the mail's parts are nested deeper than 10", nested(1_000)),
                Arguments.of("malformed: the mail's parts are nested deeper than 10", forwardedAsAttachment(1_000)),
                Arguments.of(
                        "malformed: the mail breaks MIME: DecodingException",
                        HEAD + "Content-Transfer-Encoding: base64\n\n*=*=*"),
                Arguments.of(
                        "malformed: the mail breaks MIME: IOException",
                        HEAD + "Content-Transfer-Encoding: rot13\n\n" + LINES),
                Arguments.of(
                        "other-subject: the subject is not the one the flow takes",
                        text("text/plain", LINES).replace("appointment-", "")),
                Arguments.of(
                        "other-subject: the subject is not the one the flow takes",
                        "Subject: x\n" + text("text/plain", LINES)),
                Arguments.of(
                        "other-subject: the subject is not the one the flow takes",
                        "From: clinic@example.org\n\n" + LINES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 100_000})
    void isRefusedUnreadIfItsHeaderIsABomb(int headers) {
        String mail = "From: clinic@example.org\n" + "X: y\n".repeat(headers) + "\n" + LINES;

        assertThat(READER.read(bytes(mail), POLICY))
                .isInstanceOfSatisfying(
                        MailReading.Refused.class,
                        refused -> assertThat(refused.reason().detail()).startsWith("the header is larger than"));
        assertThat(READER.read(bytes("From: " + "x".repeat(70_000)), POLICY)).isInstanceOf(MailReading.Refused.class);
    }

    @Nested
    @DisplayName("prints")
    class Printed {

        @Test
        void nothingOfItself() {
            assertThat(READER.read(bytes(text("text/plain", LINES)), POLICY).toString())
                    .doesNotContain("912 345");
            assertThat(POLICY.toString()).doesNotContain("clinic");
        }
    }

    private static String keys(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append('k').append(i).append(": v\n");
        }
        return lines.toString();
    }

    private static JsonNode event(String mail) throws IOException {
        byte[] raw = mail.startsWith("BARE") ? mail.substring(4).getBytes(ISO_8859_1) : bytes(mail);
        MailReading reading = READER.read(raw, POLICY);
        assertThat(reading).isInstanceOf(MailReading.Event.class);
        return new ObjectMapper().readTree(((MailReading.Event) reading).json());
    }
}
