package dev.sealpost.crm;

import dev.sealpost.configuration.YamlNode;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Addresses in {@code crm.yml}: what goes there is personal data and secrets, so it is https except on this machine. */
final class CrmAddress {

    private static final URI HARMLESS = URI.create("https://crm.invalid");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private CrmAddress() {}

    static URI in(YamlNode node) {
        String text = node.text();
        URI address = parse(text);
        if (!text.isEmpty() && !isUsable(address)) {
            node.fault(
                    "is not an address that can be used",
                    List.of("https://HOST[:PORT][/PATH], without user, query or fragment; http only on this machine"),
                    "");
        }
        return isUsable(address) ? address : HARMLESS;
    }

    private static URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static boolean isUsable(URI address) {
        if (address == null || address.getHost() == null) {
            return false;
        }
        boolean bare =
                address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
        boolean here = THIS_MACHINE.contains(address.getHost());
        return bare
                && ("https".equalsIgnoreCase(address.getScheme())
                        || here && "http".equalsIgnoreCase(address.getScheme()));
    }
}
