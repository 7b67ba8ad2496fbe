package dev.sealpost.routing;

import dev.sealpost.mail.MailSettings;
import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;

/** Logs in at a mailbox, without its secrets in any endpoint's address. */
public final class MailboxLogin extends MailAuthenticator {

    private final MailSettings settings;
    private String user = "";
    private String password = "";

    MailboxLogin(MailSettings settings) {
        this.settings = settings;
    }

    /** @param user empty for that of {@code sealpost.mail.user} */
    public void setUser(String user) {
        this.user = user;
    }

    /** @param password empty for that of {@code sealpost.mail.password} */
    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(
                user.isBlank() ? settings.user() : user, password.isBlank() ? settings.password() : password);
    }
}
