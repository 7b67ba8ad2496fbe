package dev.sealpost.sandbox.demo;

import dev.sealpost.sandbox.mail.MailPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A clinic's appointment system, which can do no more than send mails. */
record Clinic(int smtpPort) {
    private static final String ADDRESS = "clinic@example.org";

    /** Returns when the mail server has it. */
    void send(String text) throws IOException {
        Session session = Session.getInstance(new Properties());
        try (Transport smtp = session.getTransport("smtp")) {
            var mail = new MimeMessage(session);
            mail.setFrom(ADDRESS);
            mail.setRecipients(MimeMessage.RecipientType.TO, MailPart.USER);
            mail.setSubject("appointment-reminder");
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.saveChanges();
            smtp.connect("127.0.0.1", smtpPort, null, null);
            smtp.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new IOException("The mail server does not take the clinic's mail", e);
        }
    }
}
