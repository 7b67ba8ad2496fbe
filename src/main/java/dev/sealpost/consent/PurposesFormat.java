package dev.sealpost.consent;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code config/purposes.yml}. */
class PurposesFormat implements ConfigFormat<Purposes> {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int DEFAULT_PRIORITY = 5;
    private static final String[] KEYS = {
        "description",
        "lawful-basis",
        "opt-in",
        "data-class",
        "template-category",
        "content-retention",
        "content-retention-why",
        "time-to-live",
        "uncertain",
        "priority"
    };

    @Override
    public String file() {
        return "purposes.yml";
    }

    @Override
    public Class<Purposes> type() {
        return Purposes.class;
    }

    @Override
    public Purposes parse(YamlNode root, Faults faults) {
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        YamlMap all = root.map().onlyKeys("purposes").map("purposes");
        all.entries().forEach((id, node) -> purposes.put(id, purpose(id, node, faults)));
        return new Purposes(purposes);
    }

    private static Purpose purpose(String id, YamlNode node, Faults faults) {
        int before = faults.all().size();
        checkId(id, node);
        YamlMap keys = node.map().onlyKeys(KEYS);
        Purpose purpose = purpose(id, keys);
        if (faults.all().size() == before) {
            PurposeRules.check(purpose, keys);
        }
        return purpose;
    }

    private static void checkId(String id, YamlNode node) {
        if (!ID.matcher(id).matches()) {
            node.fault(
                    "has an id that cannot be used",
                    List.of("lower-case letters, digits and dashes, beginning with a letter, at most 64"),
                    "rename the purpose");
        }
    }

    private static Purpose purpose(String id, YamlMap keys) {
        YamlMap uncertain = keys.map("uncertain").onlyKeys("policy", "window");
        return new Purpose(
                id,
                keys.text("description"),
                keys.enumValue("lawful-basis", LawfulBasis.class),
                keys.enumValue("data-class", DataClass.class),
                keys.enumValue("opt-in", OptIn.class),
                keys.enumValue("template-category", TemplateCategory.class),
                keys.duration("content-retention", Duration.ZERO),
                keys.duration("time-to-live"),
                uncertain.enumValue("policy", UncertainPolicy.class),
                uncertain.duration("window"),
                keys.integer("priority", 0, 9, DEFAULT_PRIORITY));
    }
}
