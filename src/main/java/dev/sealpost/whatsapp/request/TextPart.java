package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** @param path where it stands in the configuration, for what is said about it */
record TextPart(String path, Phrase phrase, TextRule rule) implements Part {

    @Override
    public Stream<String> fields() {
        return phrase.fields();
    }

    @Override
    public JsonNode fill(Filling filling) {
        String text = phrase.fill(filling::value);
        rule.objection(text)
                .ifPresent(objection -> filling.refuse(
                        objection.word(),
                        fields().collect(Collectors.joining(", ")) + " (" + path + " " + objection.problem() + ")"));
        return TextNode.valueOf(text);
    }
}
