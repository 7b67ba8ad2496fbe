package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the token may go: the Cloud API itself, and by https the hosts of its media.
 *
 * @param base {@code https://graph.facebook.com}
 * @param version {@code v23.0}
 * @param mediaHosts host names
 */
record GraphAddresses(URI base, String version, Set<String> mediaHosts) {

    /** No {@code ..}, no empty part, nothing that would need an escape: an id from outside cannot lead elsewhere. */
    private static final Pattern PATH = Pattern.compile("\\w+(/\\w+)*");

    private static final int HTTPS = 443;

    /** @return empty if the path is not one of the Graph API */
    Optional<URI> of(String path, Map<String, String> query) {
        if (!PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        String parameters = query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return Optional.of(base.resolve("/" + version + "/" + path + (parameters.isEmpty() ? "" : "?" + parameters)));
    }

    boolean mayHaveToken(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return false;
        }
        return isAtBase(address) || isMedia(address);
    }

    private boolean isAtBase(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && base.getPort() == address.getPort();
    }

    private boolean isMedia(URI address) {
        boolean usualPort = address.getPort() == -1 || address.getPort() == HTTPS;
        return "https".equalsIgnoreCase(address.getScheme())
                && usualPort
                && mediaHosts.stream().anyMatch(address.getHost()::equalsIgnoreCase);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
