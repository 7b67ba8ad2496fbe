package dev.sealpost.testing;

import dev.sealpost.sandbox.mail.MailPart;
import dev.sealpost.sandbox.net.LoopbackPort;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail server of a test's own with the sandbox's mailbox, that it may stop and start again on the same ports. */
public final class OwnMailbox implements AutoCloseable {

    private static final int LOOKS = 10;

    public static final String CLINIC = "clinic@example.org";

    private final Path directory;
    private MailPart part;

    private OwnMailbox(Path directory, MailPart part) {
        this.directory = directory;
        this.part = part;
    }

    public static OwnMailbox start(String name) {
        try {
            return in(SuiteDirectory.ofThisJvm().resolve(name + "-mailbox"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OwnMailbox in(Path directory) throws IOException {
        return new OwnMailbox(directory, MailPart.start(directory, port(0), port(0)));
    }

    public int imapPort() {
        return part.imapPort();
    }

    public int smtpPort() {
        return part.smtpPort();
    }

    /** A reminder as design.md's sample has it. */
    public static String reminder(String appointment, String phone) {
        return mail("appointment-reminder", reminderLines(appointment, phone));
    }

    public static String reminderLines(String appointment, String phone) {
        return """
                appointmentId: %s
                phone: %s
                date: 2026-12-01
                time: 09:30
                doctor: Dr. Kanarienvogel
                reason: Zwitscher follow-up
                """
                .formatted(appointment, phone);
    }

    /** A plain mail from the clinic. */
    public static String mail(String subject, String text) {
        return """
                From: %s
                To: %s
                Subject: %s
                Content-Type: text/plain; charset=utf-8

                %s"""
                .formatted(CLINIC, MailPart.USER, subject, text);
    }

    /** Sends it as it is, and returns when the server has it. */
    public void send(String mail) {
        sendFrom(CLINIC, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** @param sender of the envelope */
    public void sendFrom(String sender, byte[] mail) {
        Session session = Session.getInstance(new Properties());
        session.getProperties().put("mail.smtp.from", sender);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", part.smtpPort(), null, null);
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail)), InternetAddress.parse(MailPart.USER));
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail server did not take a mail", e);
        }
    }

    /** Puts a mail into a folder, as a mail program does. */
    public void append(String folder, String mail) {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", part.imapPort(), MailPart.USER, MailPart.PASSWORD);
            Folder target = store.getFolder(folder);
            if (!target.exists()) {
                target.create(Folder.HOLDS_MESSAGES);
            }
            byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            target.appendMessages(new Message[] {new MimeMessage(session, new ByteArrayInputStream(bytes))});
        } catch (MessagingException e) {
            throw new IllegalStateException("The mailbox did not take a mail", e);
        }
    }

    /** Subjects of the mails in a folder that are not deleted; none if there is no such folder. */
    public List<String> subjects(String folder) {
        return each(folder, Message::getSubject);
    }

    /** How many mails a folder has that are not deleted. */
    public int count(String folder) {
        return each(folder, Message::getMessageNumber).size();
    }

    /** How many of them nobody has read. */
    public long unseen(String folder) {
        return each(folder, message -> message.isSet(Flags.Flag.SEEN)).stream()
                .filter(seen -> !seen)
                .count();
    }

    private interface Reader<T> {
        T read(Message message) throws MessagingException;
    }

    /** The hub moves mails meanwhile: a look that meets one on its way is taken again. */
    private <T> List<T> each(String folder, Reader<T> reader) {
        MessagingException last = null;
        for (int look = 0; look < LOOKS; look++) {
            try {
                return look(folder, reader);
            } catch (MessagingException e) {
                last = e;
            }
        }
        throw new IllegalStateException("The mailbox cannot be read", last);
    }

    private <T> List<T> look(String folder, Reader<T> reader) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", part.imapPort(), MailPart.USER, MailPart.PASSWORD);
            Folder open = store.getFolder(folder);
            return open.exists() ? read(open, reader) : List.of();
        }
    }

    private static <T> List<T> read(Folder folder, Reader<T> reader) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        List<T> all = new ArrayList<>();
        for (Message message : folder.getMessages()) {
            if (!message.isSet(Flags.Flag.DELETED)) {
                all.add(reader.read(message));
            }
        }
        folder.close(false);
        return all;
    }

    public void stop() throws IOException {
        part.close();
    }

    public void restart() throws IOException {
        part = MailPart.start(directory, port(part.smtpPort()), port(part.imapPort()));
    }

    @Override
    public void close() throws IOException {
        part.close();
    }

    private static LoopbackPort port(int number) {
        return new LoopbackPort("the test's own mail port", number);
    }
}
