package dev.sealpost.whatsapp;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code senders.yml}. */
class SendersFormat implements ConfigFormat<Senders> {

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
        senders.map().entries().forEach((name, node) -> add(SenderFormat.read(name, node), node, byPhoneNumberId));
        if (byPhoneNumberId.isEmpty()) {
            senders.fault("names no sender", List.of(), "add one with its phone-number-id and token");
        }
        return Senders.of(List.copyOf(byPhoneNumberId.values()));
    }

    private static void add(Sender sender, YamlNode node, Map<String, Sender> byPhoneNumberId) {
        Sender other = byPhoneNumberId.putIfAbsent(sender.phoneNumberId(), sender);
        if (other != null) {
            node.fault("has the same phone-number-id as " + other.name(), List.of(), "keep one of them");
        }
    }
}
