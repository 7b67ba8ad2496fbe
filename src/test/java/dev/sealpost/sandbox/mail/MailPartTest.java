package dev.sealpost.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.testing.OwnMailbox;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The sandbox's mailbox")
class MailPartTest {

    @TempDir
    private Path directory;

    @Test
    void keepsMailsWithFolderAndFlagsWithoutBeingStopped() throws Exception {
        Path killed = directory.resolve("killed");
        try (OwnMailbox mailbox = OwnMailbox.in(directory.resolve("running"))) {
            mailbox.send(OwnMailbox.mail("stays", "x: y\n"));
            mailbox.send(OwnMailbox.mail("moves", "x: y\n"));
            mailbox.send(OwnMailbox.mail("goes", "x: y\n"));
            handle(mailbox);
            Files.createDirectories(killed);
            Files.copy(directory.resolve("running/mail.jsonl"), killed.resolve("mail.jsonl"));
        }

        try (OwnMailbox again = OwnMailbox.in(killed)) {
            assertThat(again.subjects("INBOX")).containsExactly("stays");
            assertThat(again.unseen("INBOX")).isEqualTo(1);
            assertThat(again.subjects("Processed")).containsExactly("moves");
            assertThat(again.unseen("Processed")).isZero();
        }
    }

    @Test
    void takesMailsForItsOwnerOnlyAndLetsOnlyThemRead() throws Exception {
        try (OwnMailbox mailbox = OwnMailbox.in(directory.resolve("own"))) {
            Session session = Session.getInstance(new Properties());
            try (Transport smtp = session.getTransport("smtp")) {
                smtp.connect("127.0.0.1", mailbox.smtpPort(), null, null);
                MimeMessage mail = new MimeMessage(session);
                mail.setText("x");
                assertThatThrownBy(() -> smtp.sendMessage(mail, InternetAddress.parse("else@sandbox.test")))
                        .hasStackTraceContaining("550 No such mailbox here");
            }
            try (Store store = session.getStore("imap")) {
                assertThatThrownBy(() -> store.connect("127.0.0.1", mailbox.imapPort(), MailPart.USER, "wrong"))
                        .isInstanceOf(jakarta.mail.AuthenticationFailedException.class);
            }
        }
    }

    /** As the hub does it: marks as read, copies, deletes. */
    private static void handle(OwnMailbox mailbox) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mailbox.imapPort(), MailPart.USER, MailPart.PASSWORD);
            Folder processed = store.getFolder("Processed");
            processed.create(Folder.HOLDS_MESSAGES);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            Message moved = inbox.getMessage(2);
            moved.setFlag(Flags.Flag.SEEN, true);
            inbox.copyMessages(new Message[] {moved}, processed);
            moved.setFlag(Flags.Flag.DELETED, true);
            inbox.getMessage(3).setFlag(Flags.Flag.DELETED, true);
            inbox.close(true);
        }
    }
}
