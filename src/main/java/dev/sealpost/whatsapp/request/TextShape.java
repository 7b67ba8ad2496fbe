package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;
import java.util.List;

/** Text with places for fields. */
record TextShape(TextRule rule) implements Shape {

    static TextShape of(int most) {
        return new TextShape(TextRule.of(most));
    }

    static TextShape link() {
        return new TextShape(TextRule.link());
    }

    @Override
    public Part read(YamlNode node) {
        Phrase phrase = phrase(node);
        if (phrase.isConstant() && !phrase.pieces().isEmpty()) {
            rule.objection(phrase.fill(field -> ""))
                    .ifPresent(objection -> node.fault(objection.problem(), List.of(), "shorten or mend it"));
        }
        return new TextPart(node.path(), phrase, rule);
    }

    /** Without a piece if it is missing or at fault. */
    static Phrase phrase(YamlNode node) {
        return Phrase.parse(node.text()).orElseGet(() -> {
            node.fault(
                    "has a brace that encloses no field",
                    List.of("{firstName}"),
                    "write a brace itself twice, {{ or }}");
            return new Phrase(List.of());
        });
    }
}
