package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code templates.yml}. */
class DefinitionsFormat implements ConfigFormat<Definitions> {

    @Override
    public String file() {
        return "templates.yml";
    }

    @Override
    public Class<Definitions> type() {
        return Definitions.class;
    }

    @Override
    public Definitions parse(YamlNode root, Faults faults) {
        YamlMap file = root.map().onlyKeys("templates", "messages");
        Map<String, Template> templates = new LinkedHashMap<>();
        file.map("templates").entries().forEach((name, node) -> templates.put(name, TemplateFormat.read(name, node)));
        Map<String, Definition> all = new LinkedHashMap<>(templates);
        file.find("messages").map(YamlNode::map).ifPresent(messages -> messages.entries()
                .forEach((name, node) -> {
                    if (templates.containsKey(name)) {
                        node.fault("has the name of a template", List.of(), "give it another name");
                    }
                    all.put(name, FreeFormFormat.read(name, node, templates));
                }));
        return new Definitions(all);
    }
}
