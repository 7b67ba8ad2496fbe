package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;
import java.util.List;

/** A number, or a field that holds one. */
record NumberShape(NumberRule rule) implements Shape {

    static NumberShape between(long least, long most) {
        return new NumberShape(NumberRule.between(least, most));
    }

    @Override
    public Part read(YamlNode node) {
        Phrase phrase = TextShape.phrase(node);
        boolean constant = phrase.isConstant() && !phrase.pieces().isEmpty();
        if (constant && rule.read(phrase.fill(field -> "")).isEmpty()) {
            node.fault("is not a number that is allowed here", List.of(rule.allowed(), "a field, {total}"), "");
        }
        return new NumberPart(node.path(), phrase, rule);
    }
}
