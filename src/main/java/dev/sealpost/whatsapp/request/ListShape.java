package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;
import java.util.List;

/** @param most how many the Cloud API takes; at least one */
record ListShape(Shape item, int most) implements Shape {

    @Override
    public Part read(YamlNode node) {
        List<YamlNode> items = node.list();
        if (node.isList() && (items.isEmpty() || items.size() > most)) {
            node.fault("has " + items.size() + " entries", List.of("1 to " + most), "");
        }
        return new ListPart(items.stream().map(item::read).toList());
    }
}
