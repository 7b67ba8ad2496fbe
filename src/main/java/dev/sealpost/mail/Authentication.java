package dev.sealpost.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether what mail servers found out about a mail's sender (RFC 8601) lets it be believed. */
final class Authentication {

    private static final Set<String> FAILED = Set.of("fail", "hardfail", "softfail");

    private Authentication() {}

    /**
     * @param headers the mail's Authentication-Results, the newest first, as servers put theirs on top
     * @param address the From address
     * @return what speaks against it
     */
    static Optional<String> objection(String[] headers, String address, AuthenticationPolicy policy) {
        List<AuthenticationResults> believed = Arrays.stream(headers)
                .map(AuthenticationResults::parse)
                .filter(policy::believes)
                .toList();
        if (believed.stream().anyMatch(results -> failed(results, "dmarc") || failed(results, "spf"))) {
            return Optional.of("dmarc or spf failed");
        }
        if (!policy.required()) {
            return Optional.empty();
        }
        boolean passed = !policy.server().isBlank() && !believed.isEmpty() && passed(believed.get(0), domain(address));
        return passed
                ? Optional.empty()
                : Optional.of("no Authentication-Results of sealpost.mail.authserv-id say that the sender passed");
    }

    private static boolean failed(AuthenticationResults results, String method) {
        return results.of(method).anyMatch(result -> FAILED.contains(result.value()));
    }

    /**
     * A domain without a DMARC policy passes with an aligned SPF or DKIM, as DMARC itself would have it (RFC 7489, 3.1). That DMARC passed
     * counts for the domain it was found out about: the server may have read another From than the hub.
     */
    private static boolean passed(AuthenticationResults results, String domain) {
        boolean dmarc = aligned(results, "dmarc", "header.from", domain);
        boolean noPolicy = results.of("dmarc").allMatch(result -> result.value().equals("none"));
        return dmarc
                || noPolicy
                        && (aligned(results, "spf", "smtp.mailfrom", domain)
                                || aligned(results, "dkim", "header.d", domain));
    }

    private static boolean aligned(AuthenticationResults results, String method, String property, String domain) {
        return results.of(method)
                .filter(result -> result.value().equals("pass"))
                .anyMatch(result -> domain(result.property(property)).equals(domain));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
