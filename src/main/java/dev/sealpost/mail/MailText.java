package dev.sealpost.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.message.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the event in a mail's texts: in plain text, else in HTML; in what the sender wrote, else in what they forward. */
final class MailText {

    static final int MOST_LINES = 20_000;

    /** A page's elements cost many times its characters. */
    static final int LONGEST = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private MailText() {}

    static MailReading read(MailParts parts) throws MessagingException, IOException {
        MailReading plain = read(parts.texts(), UnaryOperator.identity());
        boolean isEmpty =
                plain instanceof MailReading.Refused refused && refused.reason().equals(NO_FIELDS);
        return isEmpty && !parts.pages().isEmpty() ? read(parts.pages(), PageText::of) : plain;
    }

    private static final Reason NO_FIELDS =
            Reason.of("malformed", "the mail has neither lines key: value nor a JSON attachment");

    private static MailReading read(List<Part> parts, UnaryOperator<String> toText)
            throws MessagingException, IOException {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            Optional<String> text = PartText.of(part);
            if (text.isEmpty()) {
                return refused("a text is neither in the charset it names nor UTF-8");
            }
            if (text.get().length() > LONGEST) {
                return refused("a text has more than " + LONGEST + " characters");
            }
            toText.apply(text.get()).lines().forEach(lines::add);
            if (lines.size() > MOST_LINES) {
                return refused("the text has more than " + MOST_LINES + " lines");
            }
        }
        return event(lines);
    }

    private static MailReading event(List<String> lines) throws JsonProcessingException {
        EventLines own = EventLines.in(ForwardedText.own(lines));
        boolean isEmpty = own.fault() == null && own.fields().isEmpty();
        return event(isEmpty ? EventLines.in(ForwardedText.forwarded(lines)) : own);
    }

    private static MailReading event(EventLines lines) throws JsonProcessingException {
        if (lines.fault() != null) {
            return refused(lines.fault());
        }
        Map<String, String> fields = lines.fields();
        return fields.isEmpty() ? refused(NO_FIELDS) : new MailReading.Event(JSON.writeValueAsBytes(fields));
    }

    private static MailReading refused(String detail) {
        return refused(Reason.of("malformed", detail));
    }

    private static MailReading refused(Reason reason) {
        return new MailReading.Refused(reason, true);
    }
}
