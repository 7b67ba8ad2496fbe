package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;
import java.util.function.Consumer;

/** A shape with a rule about the whole of it. */
record CheckedShape(Shape shape, Consumer<YamlNode> rule) implements Shape {

    @Override
    public Part read(YamlNode node) {
        Part part = shape.read(node);
        rule.accept(node);
        return part;
    }
}
