package dev.sealpost.whatsapp.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Whether a caller of the webhook may speak at all: by its address, and by the certificate that TLS has verified (<a
 * href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#mtls-for-webhooks">mTLS for webhooks</a>). Neither is
 * asked for unless it is set; neither stands in for the signature.
 */
@Component
class CallerCheck {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final CallerAddress address;
    private final List<IpAddressMatcher> allowed;
    private final String name;

    CallerCheck(WebhookSettings settings) {
        this.address = new CallerAddress(settings.proxyNetworks());
        this.allowed = settings.allowedNetworks();
        this.name = settings.clientCertificateName();
    }

    Optional<Refusal> refuse(HttpServletRequest request) {
        if (!allowed.isEmpty() && !CallerAddress.isIn(address.of(request), allowed)) {
            return Optional.of(Refusal.FOREIGN_ADDRESS);
        }
        return name.isEmpty() || hasName(request) ? Optional.empty() : Optional.of(Refusal.FOREIGN_CERTIFICATE);
    }

    private boolean hasName(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                && chain.length > 0
                && commonName(chain[0]).filter(name::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }
}
