package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.store.Store;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;

/** What GreenMail's servers work on: one user's mailbox in a store. */
final class OneMailbox extends Managers {

    private final ImapHostManager mailboxes;
    private final UserManager users;
    private final SmtpManager reception;
    private final GreenMailUser owner;

    OneMailbox(Store store) {
        mailboxes = new ImapHostManagerImpl(store);
        users = new UserManager(mailboxes);
        reception = new Reception(mailboxes, users);
        try {
            owner = users.createUser(MailPart.USER, MailPart.USER, MailPart.PASSWORD);
        } catch (UserException e) {
            throw new IllegalStateException("The sandbox's mailbox cannot be made", e);
        }
    }

    GreenMailUser owner() {
        return owner;
    }

    @Override
    public SmtpManager getSmtpManager() {
        return reception;
    }

    @Override
    public UserManager getUserManager() {
        return users;
    }

    @Override
    public ImapHostManager getImapHostManager() {
        return mailboxes;
    }
}
