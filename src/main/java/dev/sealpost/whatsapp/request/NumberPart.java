package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** @param path where it stands in the configuration, for what is said about it */
record NumberPart(String path, Phrase phrase, NumberRule rule) implements Part {

    @Override
    public Stream<String> fields() {
        return phrase.fields();
    }

    @Override
    public JsonNode fill(Filling filling) {
        Optional<BigDecimal> number = rule.read(phrase.fill(filling::value));
        if (number.isEmpty()) {
            filling.refuse(
                    "field-not-a-number",
                    fields().collect(Collectors.joining(", ")) + " (" + path + " is " + rule.allowed() + ")");
        }
        return JsonNodeFactory.instance.numberNode(number.orElse(BigDecimal.ZERO));
    }
}
