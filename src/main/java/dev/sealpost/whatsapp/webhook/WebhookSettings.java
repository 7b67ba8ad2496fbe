package dev.sealpost.whatsapp.webhook;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call the webhook at all, beside the signature that every call needs.
 *
 * @param allowedAddresses addresses and networks ({@code 173.252.64.0/18}) that calls may come from; empty: from anywhere
 * @param trustedProxies those whose {@code X-Forwarded-For} is believed; empty: nobody's
 * @param clientCertificateName the common name that the caller's certificate must have; empty: none is asked for. Which issuers are
 *     trusted is for {@code server.ssl.trust-store} to say
 */
@Validated
@ConfigurationProperties("sealpost.whatsapp.webhook")
record WebhookSettings(
        @NotNull @DefaultValue List<String> allowedAddresses,
        @NotNull @DefaultValue List<String> trustedProxies,
        @NotNull @DefaultValue("") String clientCertificateName) {

    /** Java reads {@code 192.0.2} as an address too, as 192.0.0.2. */
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");

    @AssertTrue(
            message =
                    "allowed-addresses and trusted-proxies must be addresses or networks: 192.0.2.7, 192.0.2.0/24, 2001:db8::/32")
    boolean isEveryAddressReadable() {
        return Stream.of(allowedAddresses, trustedProxies).flatMap(List::stream).allMatch(text -> network(text)
                .isPresent());
    }

    List<IpAddressMatcher> allowedNetworks() {
        return networks(allowedAddresses);
    }

    List<IpAddressMatcher> proxyNetworks() {
        return networks(trustedProxies);
    }

    private static List<IpAddressMatcher> networks(List<String> texts) {
        return texts.stream().flatMap(text -> network(text).stream()).toList();
    }

    private static Optional<IpAddressMatcher> network(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddressMatcher(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
