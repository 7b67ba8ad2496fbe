package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Date;
import java.util.Properties;

/** The mailbox and its journal. Each start writes the journal anew, without what was removed. */
final class JournaledMail implements AutoCloseable {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailJournal journal;
    private final OneMailbox mailbox;

    private JournaledMail(MailJournal journal, OneMailbox mailbox) {
        this.journal = journal;
        this.mailbox = mailbox;
    }

    static JournaledMail open(Path file) throws IOException {
        Path anew = file.resolveSibling(file.getFileName() + ".new");
        var before = MailJournal.read(file);
        MailJournal journal = MailJournal.create(anew);
        JournaledMail mail = new JournaledMail(journal, new OneMailbox(new JournaledStore(journal)));
        for (KeptMail kept : before) {
            mail.restore(kept);
        }
        Files.move(anew, file, StandardCopyOption.ATOMIC_MOVE);
        return mail;
    }

    Managers managers() {
        return mailbox;
    }

    private void restore(KeptMail kept) throws IOException {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(kept.content()));
            folder(kept.folder()).appendMessage(message, kept.flags().flags(), new Date(kept.receivedAt()));
        } catch (AuthorizationException | FolderException | MessagingException e) {
            throw new IOException("The sandbox cannot read a mail that it kept", e);
        }
    }

    private MailFolder folder(String name) throws AuthorizationException, FolderException {
        MailFolder folder = mailbox.getImapHostManager().getFolder(mailbox.owner(), name);
        return folder == null ? mailbox.getImapHostManager().createMailbox(mailbox.owner(), name) : folder;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
