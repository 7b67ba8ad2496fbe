package dev.sealpost.sandbox.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;

/** Takes mails for people who have a mailbox, up to a size; GreenMail itself makes a mailbox for whoever is written to. */
final class Reception extends SmtpManager {

    private static final int MAX_BYTES = 32 << 20;

    Reception(ImapHostManager mailboxes, UserManager users) {
        super(mailboxes, users);
    }

    @Override
    public String checkRecipient(SmtpState state, MailAddress recipient) {
        return getUserManager().getUserByEmail(recipient.getEmail()) == null ? "550 No such mailbox here" : null;
    }

    @Override
    public String checkData(SmtpState state) {
        try {
            return state.getMessage().getMessage().getSize() > MAX_BYTES ? "552 Too large" : null;
        } catch (MessagingException e) {
            return "554 Not a mail";
        }
    }
}
