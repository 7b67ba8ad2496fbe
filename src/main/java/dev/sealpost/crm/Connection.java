package dev.sealpost.crm;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * A CRM, as {@code config/crm.yml} names it.
 *
 * @param baseUrl what the paths of its sources are put behind; https, except on this machine
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long an answer may take, to its last byte
 * @param maxPageBytes the largest page that is read
 */
record Connection(
        String name, URI baseUrl, Auth auth, Duration connectTimeout, Duration requestTimeout, int maxPageBytes) {

    /** Same scheme, host and port (RFC 6454, section 5). */
    boolean isOriginOf(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && baseUrl.getScheme().equalsIgnoreCase(address.getScheme())
                && baseUrl.getHost().equalsIgnoreCase(address.getHost())
                && port(baseUrl) == port(address);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return "Connection[" + name + "]";
    }

    /** How the hub shows who it is. Prints no secret. */
    sealed interface Auth {

        /**
         * OAuth 2.0 client credentials (RFC 6749, section 4.4), with HTTP Basic at the token endpoint.
         *
         * @param scope null if none is asked for
         */
        record ClientCredentials(URI tokenUrl, String clientId, String clientSecret, String scope) implements Auth {

            @Override
            public String toString() {
                return "ClientCredentials[]";
            }
        }

        /** A fixed value in a header of each request. */
        record Key(String header, String value) implements Auth {

            @Override
            public String toString() {
                return "Key[" + header + "]";
            }
        }
    }
}
