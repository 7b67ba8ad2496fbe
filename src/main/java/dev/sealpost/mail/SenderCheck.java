package dev.sealpost.mail;

import dev.sealpost.message.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;

/**
 * Whether a mail's sender is who they say they are and is allowed. What is not certain is refused.
 *
 * <p>Not guaranteed: that nobody forges a mail where no server's Authentication-Results are required; then everything here is the
 * mail's own word.
 */
final class SenderCheck {

    private SenderCheck() {}

    static Optional<Reason> objection(MimeMessage mail, MailPolicy policy) throws MessagingException {
        String[] from = headers(mail, "From");
        if (from.length != 1) {
            return spoofed("the mail has " + from.length + " From headers; exactly one is expected");
        }
        Optional<String> address = SingleAddress.in(from[0]);
        if (address.isEmpty()) {
            return spoofed("From is not one plain address, or its display name claims another");
        }
        if (!policy.senders().contains(address.get())) {
            return Optional.of(Reason.of("unknown-sender", "From is none of the flow's allowed senders"));
        }
        return differing(mail, address.get()).or(() -> unauthenticated(mail, address.get(), policy.authentication()));
    }

    private static Optional<Reason> differing(MimeMessage mail, String address) throws MessagingException {
        if (headers(mail, "Sender").length > 1 || differs(mail, "Sender", address)) {
            return spoofed("Sender is another than From");
        }
        return differs(mail, "Return-Path", address) ? spoofed("Return-Path is another than From") : Optional.empty();
    }

    private static boolean differs(MimeMessage mail, String header, String address) throws MessagingException {
        for (String value : headers(mail, header)) {
            if (!SingleAddress.in(value).map(address::equals).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Reason> unauthenticated(MimeMessage mail, String address, AuthenticationPolicy policy) {
        try {
            return Authentication.objection(headers(mail, "Authentication-Results"), address, policy)
                    .map(detail -> Reason.of("unauthenticated-sender", detail));
        } catch (MessagingException e) {
            return spoofed("the mail's headers cannot be read");
        }
    }

    private static Optional<Reason> spoofed(String detail) {
        return Optional.of(Reason.of("spoofed-sender", detail));
    }

    private static String[] headers(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? new String[0] : values;
    }
}
