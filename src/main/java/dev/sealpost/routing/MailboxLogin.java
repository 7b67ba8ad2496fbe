package dev.sealpost.routing;

import dev.sealpost.mail.MailSettings;
import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;

/** Logs in at a mailbox, without its secrets in any endpoint's address. */
public final class MailboxLogin extends MailAuthenticator {

    private final MailSettings settings;
    private String host = "";
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

    /** @param host of the mailbox */
    public void setHost(String host) {
        this.host = host;
    }

    /** @throws IllegalStateException if the hub's own login would go to another host than the one it is for */
    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        boolean ofSettings = user.isBlank() || password.isBlank();
        if (ofSettings && !host.equalsIgnoreCase(settings.host())) {
            throw new IllegalStateException(
                    "The login of sealpost.mail is for its own host; give user and password for another");
        }
        return new PasswordAuthentication(
                user.isBlank() ? settings.user() : user, password.isBlank() ? settings.password() : password);
    }
}
