package dev.sealpost.whatsapp;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one entry of {@code senders.yml}. */
final class SenderFormat {

    static final int DEFAULT_THROUGHPUT = 80;

    private static final int HIGHEST_THROUGHPUT = 1000;
    private static final int HIGHEST_TIER = 100_000;
    private static final String NONE = "none";
    private static final Pattern ID = Pattern.compile("\\d{1,20}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final Pattern PIN = Pattern.compile("\\d{6}");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2,3}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private SenderFormat() {}

    static Sender read(String name, YamlNode node) {
        YamlMap map = node.map()
                .onlyKeys(
                        "phone-number-id",
                        "token",
                        "account",
                        "portfolio",
                        "purposes",
                        "countries",
                        "throughput",
                        "tier",
                        "storage-region",
                        "pin");
        String account = optional(ID, map, "account", "is not the id of an account", "digits");
        return new Sender(
                name,
                matching(ID, map.require("phone-number-id"), "is not a phone number id", "digits"),
                matching(TOKEN, map.require("token"), "is not an access token", "printable ASCII without spaces"),
                account,
                map.optionalText("portfolio").orElse(account == null ? name : account),
                texts(map, "purposes"),
                countries(map),
                limit(map, "throughput", HIGHEST_THROUGHPUT, DEFAULT_THROUGHPUT),
                limit(map, "tier", HIGHEST_TIER, Sender.UNLIMITED),
                optional(REGION, map, "storage-region", "is not a region of local storage", "DE"),
                optional(PIN, map, "pin", "is not a PIN", "six digits"));
    }

    private static Set<String> countries(YamlMap map) {
        map.find("countries").map(YamlNode::list).orElse(List.of()).forEach(node -> {
            if (!COUNTRIES.contains(node.text())) {
                node.fault("is not a country", List.of("DE", "PT", "… (ISO 3166-1 alpha-2)"), "");
            }
        });
        return texts(map, "countries");
    }

    private static Set<String> texts(YamlMap map, String key) {
        Set<String> texts = new LinkedHashSet<>();
        map.find(key).map(YamlNode::list).orElse(List.of()).forEach(node -> texts.add(node.text()));
        return Set.copyOf(texts);
    }

    private static int limit(YamlMap map, String key, int highest, int fallback) {
        return map.find(key)
                .map(node -> NONE.equals(node.text()) ? Sender.UNLIMITED : node.integer(1, highest))
                .orElse(fallback);
    }

    private static String optional(Pattern pattern, YamlMap map, String key, String problem, String allowed) {
        return map.find(key)
                .map(node -> matching(pattern, node, problem, allowed))
                .orElse(null);
    }

    private static String matching(Pattern pattern, YamlNode node, String problem, String allowed) {
        String text = node.text();
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            node.fault(problem, List.of(allowed), "");
        }
        return text;
    }
}
