package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.stream.Stream;

record FlagPart(boolean value) implements Part {

    @Override
    public Stream<String> fields() {
        return Stream.empty();
    }

    @Override
    public JsonNode fill(Filling filling) {
        return BooleanNode.valueOf(value);
    }
}
