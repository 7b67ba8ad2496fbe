package dev.sealpost.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What production insists on where a flow reads a mailbox: the mailbox, TLS to it, and a mail server that vouches for senders. */
final class MailboxRules {

    private static final String KAMELET = "kamelet:mail-intake";
    private static final String PROTOCOL = "sealpost.mail.protocol";
    private static final List<String> REQUIRED =
            List.of("sealpost.mail.host", "sealpost.mail.user", "sealpost.mail.password");

    private final RequiredSettings settings;

    MailboxRules(RequiredSettings settings) {
        this.settings = settings;
    }

    void check() {
        settings.value(PROTOCOL)
                .filter(protocol -> !protocol.equalsIgnoreCase("imaps"))
                .ifPresent(protocol ->
                        settings.refuse(PROTOCOL, "is not imaps, so mails would cross the network in clear"));
        flowThatReadsMails().ifPresent(flow -> requireMailbox(flow + " reads a mailbox, take it out if there is none"));
    }

    private void requireMailbox(String why) {
        REQUIRED.forEach(name -> settings.require(name, why));
        boolean vouched = settings.value("sealpost.mail.require-authentication-results")
                .map(value -> !value.equalsIgnoreCase("false"))
                .orElse(true);
        if (vouched) {
            settings.require(
                    "sealpost.mail.authserv-id",
                    "whose Authentication-Results are believed? Without one no mail is taken");
        }
    }

    private Optional<Path> flowThatReadsMails() {
        Path flows = Path.of(settings.value("sealpost.routes-directory").orElse("routes"), "flows");
        try (Stream<Path> files = Files.list(flows)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .filter(MailboxRules::readsMails)
                    .sorted()
                    .findFirst();
        } catch (IOException noFlows) {
            // Whoever loads the flows says so.
            return Optional.empty();
        }
    }

    private static boolean readsMails(Path flow) {
        try {
            return Files.readString(flow).contains(KAMELET);
        } catch (IOException unreadable) {
            // Whoever loads the flow says so.
            return false;
        }
    }
}
