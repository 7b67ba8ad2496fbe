package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hub's id of a message that a person sent, written as Meta's. */
record MessagePart(String path, Phrase phrase) implements Part {

    @Override
    public Stream<String> fields() {
        return phrase.fields();
    }

    @Override
    public JsonNode fill(Filling filling) {
        Optional<String> wamid = filling.wamid(phrase.fill(filling::value));
        if (wamid.isEmpty()) {
            filling.refuse(
                    "unknown-message",
                    fields().collect(Collectors.joining(", ")) + " (" + path
                            + " names no message the hub still knows)");
        }
        return TextNode.valueOf(wamid.orElse(""));
    }
}
