package dev.sealpost.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which mails a flow takes. Prints no address.
 *
 * @param senders their addresses, in lower case
 * @param subject what the subject has to be, empty for any
 */
public record MailPolicy(Set<String> senders, String subject, AuthenticationPolicy authentication) {

    public MailPolicy {
        senders = Set.copyOf(senders);
    }

    /**
     * @param senders addresses, separated by commas
     * @throws IllegalArgumentException unless each is the address of one sender; says which by its place, as it may be personal
     */
    public static MailPolicy of(String senders, String subject, AuthenticationPolicy authentication) {
        List<String> addresses = Arrays.stream(senders.split(","))
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < addresses.size(); i++) {
            if (!SingleAddress.isPlain(addresses.get(i))) {
                throw new IllegalArgumentException(
                        "The " + (i + 1)
                                + ". of the allowed senders is not a mail address; write name@host.example, separated by commas");
            }
        }
        return new MailPolicy(
                addresses.stream().collect(Collectors.toUnmodifiableSet()),
                subject == null ? "" : subject.strip(),
                authentication);
    }

    @Override
    public String toString() {
        return "MailPolicy[" + senders.size() + " senders]";
    }
}
