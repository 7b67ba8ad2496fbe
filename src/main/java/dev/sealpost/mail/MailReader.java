package dev.sealpost.mail;

import dev.sealpost.message.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * Reads mails (RFC 5322, MIME). Never throws for what is in one: what cannot be read is answered with its reason. Holds a small
 * multiple of the mail in memory.
 */
@Component
public class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** @param mail as it was received, at most what the caller allows */
    public MailReading read(byte[] mail, MailPolicy policy) {
        if (!HeaderBounds.hold(mail)) {
            return new MailReading.Refused(
                    Reason.of(
                            "malformed",
                            "the header is larger than " + HeaderBounds.MAX_BYTES + " bytes or "
                                    + HeaderBounds.MAX_LINES + " lines, or has a lone CR or NUL in it"),
                    false);
        }
        try {
            return read(new MimeMessage(SESSION, new ByteArrayInputStream(mail)), mail, policy);
        } catch (MessagingException | IOException | RuntimeException e) {
            // The MIME library answers some malformed input with runtime exceptions; their messages may quote the mail.
            return new MailReading.Refused(
                    Reason.of(
                            "malformed", "the mail breaks MIME: " + e.getClass().getSimpleName()),
                    false);
        }
    }

    private static MailReading read(MimeMessage mail, byte[] bytes, MailPolicy policy)
            throws MessagingException, IOException {
        Optional<Reason> objection = SenderCheck.objection(mail, policy);
        if (objection.isPresent()) {
            return new MailReading.Refused(objection.get(), false);
        }
        try {
            return subjectFits(mail, policy)
                    ? content(mail, bytes)
                    : kept(Reason.of("other-subject", "the subject is not the one the flow takes"));
        } catch (MessagingException | IOException | RuntimeException e) {
            return kept(Reason.of(
                    "malformed", "the mail breaks MIME: " + e.getClass().getSimpleName()));
        }
    }

    private static boolean subjectFits(MimeMessage mail, MailPolicy policy) throws MessagingException {
        String[] subjects = mail.getHeader("Subject");
        return policy.subject().isEmpty()
                || subjects != null && subjects.length == 1 && SubjectLine.says(policy.subject(), subjects[0]);
    }

    private static MailReading content(MimeMessage mail, byte[] bytes) throws MessagingException, IOException {
        if (!PartBounds.hold(bytes)) {
            return kept(Reason.of(
                    "malformed",
                    "the mail has more than " + PartBounds.MOST_BOUNDARIES + " boundaries or "
                            + PartBounds.MOST_HEADER_LINES + " lines in headers of parts"));
        }
        return content(MailParts.of(mail, SESSION));
    }

    private static MailReading content(MailParts parts) throws MessagingException, IOException {
        if (parts.fault() != null) {
            return kept(parts.fault());
        }
        return switch (parts.objects().size()) {
            case 0 -> MailText.read(parts);
            case 1 -> attached(parts.objects().get(0));
            default -> kept(Reason.of("malformed", "the mail has more than one JSON attachment"));
        };
    }

    private static MailReading attached(Part json) throws MessagingException, IOException {
        try (InputStream decoded = json.getInputStream()) {
            return new MailReading.Event(decoded.readAllBytes());
        }
    }

    private static MailReading kept(Reason reason) {
        return new MailReading.Refused(reason, true);
    }
}
