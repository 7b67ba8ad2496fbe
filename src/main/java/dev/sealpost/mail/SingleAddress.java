package dev.sealpost.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an address header (RFC 5322, section 3.4) that may hold one mailbox only. Stricter than the standard: quoted local parts,
 * routes, groups and display names that look like another address are nobody's.
 */
final class SingleAddress {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern PLAIN =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private SingleAddress() {}

    static boolean isPlain(String address) {
        return PLAIN.matcher(address).matches();
    }

    /** The address in lower case; empty if there is not exactly one, or its display name claims to be another. */
    static Optional<String> in(String header) {
        if (header.length() > MAX_LENGTH || CONTROL.matcher(header).find()) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(header, true);
            return addresses.length == 1 && !addresses[0].isGroup() ? honest(addresses[0]) : Optional.empty();
        } catch (AddressException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> honest(InternetAddress address) {
        String plain = address.getAddress() == null ? "" : address.getAddress().toLowerCase(Locale.ROOT);
        return isPlain(plain) && !claimsAnother(address.getPersonal(), plain) ? Optional.of(plain) : Optional.empty();
    }

    private static boolean claimsAnother(String name, String address) {
        String claim = name == null ? "" : name.replace("＠", "@").strip().toLowerCase(Locale.ROOT);
        return claim.contains("@") && !claim.equals(address);
    }
}
