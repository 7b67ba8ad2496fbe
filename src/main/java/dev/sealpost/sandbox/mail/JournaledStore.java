package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;

/** Writes down what its folders hold. */
final class JournaledStore extends InMemoryStore {

    private final MailJournal journal;

    JournaledStore(MailJournal journal) {
        this.journal = journal;
    }

    @Override
    public MailFolder createMailbox(MailFolder parent, String name, boolean selectable) throws FolderException {
        MailFolder folder = super.createMailbox(parent, name, selectable);
        if (selectable) {
            folder.addListener(new FolderJournal(folder, journal));
        }
        return folder;
    }
}
