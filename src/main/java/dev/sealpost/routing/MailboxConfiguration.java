package dev.sealpost.routing;

import dev.sealpost.mail.MailSettings;
import jakarta.mail.Flags;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import org.apache.camel.component.mail.MailUidGenerator;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code kamelet:mail-intake} hands to camel-mail. */
@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

    /** Everything that lies in the folder: a mail that somebody looked at with a mail program is not left out. */
    @Bean
    SearchTerm undeletedMails() {
        return new FlagTerm(new Flags(Flags.Flag.DELETED), false);
    }

    @Bean
    ExceptionHandler mailboxTrouble() {
        return new MailboxTrouble();
    }

    /** Camel's own reads all headers of a mail, however many it has. */
    @Bean
    MailUidGenerator mailNumbers() {
        return (endpoint, mail) -> Integer.toString(mail.getMessageNumber());
    }

    /** Whose certificates are trusted. That the name is the server's own is asked for in the kamelet. */
    @Bean
    SSLContextParameters mailboxTrust(MailSettings settings, ObjectProvider<SslBundles> bundles) {
        return settings.sslBundle().isBlank()
                ? new SSLContextParameters()
                : new BundledTrust(bundles.getObject().getBundle(settings.sslBundle()));
    }
}
