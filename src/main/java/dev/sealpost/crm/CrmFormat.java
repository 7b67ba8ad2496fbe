package dev.sealpost.crm;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code crm.yml}. */
class CrmFormat implements ConfigFormat<Connections> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern HEADER =
            Pattern.compile("(?!(?i:host|connection|upgrade|expect|content-length|accept)$)[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+( [!-~]+)*");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PAGE_BYTES = 4 * 1024 * 1024;
    private static final int LEAST_PAGE_BYTES = 1024;
    private static final int MOST_PAGE_BYTES = 64 * 1024 * 1024;

    @Override
    public String file() {
        return "crm.yml";
    }

    @Override
    public Class<Connections> type() {
        return Connections.class;
    }

    @Override
    public Connections parse(YamlNode root, Faults faults) {
        Map<String, Connection> byName = new LinkedHashMap<>();
        YamlMap all = root.map().onlyKeys("connections").map("connections");
        all.entries().forEach((name, node) -> byName.put(name, connection(name, node)));
        return new Connections(byName);
    }

    private static Connection connection(String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            node.fault(
                    "has a name that cannot be used",
                    List.of("lower-case letters, digits and dashes, beginning with a letter, at most 40"),
                    "rename the connection");
        }
        YamlMap map = node.map().onlyKeys("base-url", "auth", "connect-timeout", "request-timeout", "max-page-bytes");
        return new Connection(
                name,
                CrmAddress.in(map.require("base-url")),
                auth(map),
                timeout(map, "connect-timeout", CONNECT),
                timeout(map, "request-timeout", REQUEST),
                map.integer("max-page-bytes", LEAST_PAGE_BYTES, MOST_PAGE_BYTES, PAGE_BYTES));
    }

    private static Connection.Auth auth(YamlMap connection) {
        YamlNode node = connection.require("auth");
        YamlMap auth = node.map().onlyKeys("oauth2", "key");
        if (auth.keys().size() > 1) {
            node.fault("says two ways", List.of("oauth2", "key"), "keep one of them");
        }
        return auth.find("key").map(CrmFormat::key).orElseGet(() -> clientCredentials(auth.require("oauth2")));
    }

    private static Connection.Auth key(YamlNode node) {
        YamlMap map = node.map().onlyKeys("header", "value");
        return new Connection.Auth.Key(
                matching(HEADER, map.require("header"), "is not a header that can be set", "X-Api-Key and the like"),
                matching(PRINTABLE, map.require("value"), "cannot be sent in a header", "printable ASCII"));
    }

    private static Connection.Auth clientCredentials(YamlNode node) {
        YamlMap map = node.map().onlyKeys("token-url", "client-id", "client-secret", "scope");
        return new Connection.Auth.ClientCredentials(
                CrmAddress.in(map.require("token-url")),
                map.text("client-id"),
                map.text("client-secret"),
                map.optionalText("scope").orElse(null));
    }

    private static Duration timeout(YamlMap map, String key, Duration fallback) {
        Duration given = map.duration(key, fallback);
        if (given.isZero() || given.compareTo(LONGEST) > 0) {
            map.find(key).ifPresent(node -> node.fault("is out of range", List.of("1ms to 2m"), ""));
        }
        return given;
    }

    private static String matching(Pattern pattern, YamlNode node, String problem, String allowed) {
        String text = node.text();
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            node.fault(problem, List.of(allowed), "");
        }
        return text;
    }
}
