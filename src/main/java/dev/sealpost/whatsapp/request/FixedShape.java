package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;
import java.util.List;

/** A word that is always the same. It may be left out of the configuration, and is written anyway. */
record FixedShape(String word) implements Shape {

    @Override
    public Part read(YamlNode node) {
        if (!node.text().equals(word)) {
            node.fault("is something else", List.of(word), "");
        }
        return part();
    }

    Part part() {
        return new TextPart("", Phrase.words(word), TextRule.of(word.length()));
    }
}
