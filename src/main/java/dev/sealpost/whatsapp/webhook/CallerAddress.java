package dev.sealpost.whatsapp.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Where a request comes from: the address of the connection, unless that is a trusted proxy's. Then it is the last address in {@code
 * X-Forwarded-For} that is no trusted proxy's: what stands before it was said by somebody else.
 */
record CallerAddress(List<IpAddressMatcher> trustedProxies) {

    private static final String HEADER = "X-Forwarded-For";

    /** @return whatever stands there, be it no address at all */
    String of(HttpServletRequest request) {
        List<String> nearestFirst = new ArrayList<>();
        Collections.list(request.getHeaders(HEADER)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .forEach(hop -> nearestFirst.add(0, hop.strip()));
        nearestFirst.add(0, request.getRemoteAddr());
        return nearestFirst.stream()
                .filter(hop -> !isIn(hop, trustedProxies))
                .findFirst()
                .orElse(request.getRemoteAddr());
    }

    /** What is no address is in no network. */
    static boolean isIn(String address, List<IpAddressMatcher> networks) {
        try {
            return networks.stream().anyMatch(network -> network.matches(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
