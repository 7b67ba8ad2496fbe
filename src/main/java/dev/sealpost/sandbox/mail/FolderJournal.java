package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes down each change of a folder before whoever made it gets an answer. It compares the folder with what is written instead of
 * believing what it is told: GreenMail tells positions, which others may have moved meanwhile.
 */
final class FolderJournal implements FolderListener {

    private final MailFolder folder;
    private final MailJournal journal;
    private final Map<Long, KeptFlags> written = new HashMap<>();

    FolderJournal(MailFolder folder, MailJournal journal) {
        this.folder = folder;
        this.journal = journal;
    }

    @Override
    public synchronized void added(int position) {
        writeChanges();
    }

    @Override
    public synchronized void expunged(int position) {
        writeChanges();
    }

    @Override
    public synchronized void flagsUpdated(int position, Flags flags, Long uid) {
        writeChanges();
    }

    @Override
    public synchronized void mailboxDeleted() {
        writeChanges();
    }

    private void writeChanges() {
        Set<Long> gone = new HashSet<>(written.keySet());
        for (StoredMessage mail : folder.getMessages()) {
            gone.remove(mail.getUid());
            write(mail, KeptFlags.of(mail.getFlags()));
        }
        gone.forEach(uid -> journal.removed(name(uid)));
        written.keySet().removeAll(gone);
    }

    private void write(StoredMessage mail, KeptFlags flags) {
        KeptFlags before = written.get(mail.getUid());
        if (before == null) {
            journal.added(name(mail.getUid()), FolderName.of(folder), flags, mail);
        } else if (!before.equals(flags)) {
            journal.flagged(name(mail.getUid()), flags);
        }
        written.put(mail.getUid(), flags);
    }

    private String name(long uid) {
        return FolderName.of(folder) + ":" + uid;
    }
}
