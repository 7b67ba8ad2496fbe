package dev.sealpost.whatsapp;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code senders.yml}. */
class SendersFormat implements ConfigFormat<Senders> {

    private static final Pattern PHONE_NUMBER_ID = Pattern.compile("\\d{1,20}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    @Override
    public String file() {
        return "senders.yml";
    }

    @Override
    public Class<Senders> type() {
        return Senders.class;
    }

    @Override
    public Senders parse(YamlNode root, Faults faults) {
        YamlNode senders = root.map().onlyKeys("senders").require("senders");
        Map<String, Sender> byPhoneNumberId = new LinkedHashMap<>();
        senders.map().entries().forEach((name, node) -> add(sender(name, node), node, byPhoneNumberId));
        if (byPhoneNumberId.isEmpty()) {
            senders.fault("names no sender", List.of(), "add one with its phone-number-id and token");
        }
        return new Senders(List.copyOf(byPhoneNumberId.values()), Map.copyOf(byPhoneNumberId));
    }

    private static Sender sender(String name, YamlNode node) {
        YamlMap map = node.map().onlyKeys("phone-number-id", "token");
        return new Sender(
                name,
                matching(PHONE_NUMBER_ID, map.require("phone-number-id"), "is not a phone number id", "digits"),
                matching(TOKEN, map.require("token"), "is not an access token", "printable ASCII without spaces"));
    }

    private static void add(Sender sender, YamlNode node, Map<String, Sender> byPhoneNumberId) {
        Sender other = byPhoneNumberId.putIfAbsent(sender.phoneNumberId(), sender);
        if (other != null) {
            node.fault("has the same phone-number-id as " + other.name(), List.of(), "keep one of them");
        }
    }

    private static String matching(Pattern pattern, YamlNode node, String problem, String allowed) {
        String text = node.text();
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            node.fault(problem, List.of(allowed), "");
        }
        return text;
    }
}
