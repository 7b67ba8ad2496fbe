package dev.sealpost.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** Whether all names and texts of a JSON tree are Unicode without NUL and without lone surrogates (RFC 8259, section 8.2). */
final class WellFormedText {

    private WellFormedText() {}

    static boolean everywhereIn(JsonNode node) {
        if (node.isTextual()) {
            return wellFormed(node.textValue());
        }
        return node.isObject() ? membersOf(node) : elementsOf(node);
    }

    private static boolean membersOf(JsonNode object) {
        Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!wellFormed(field.getKey()) || !everywhereIn(field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean elementsOf(JsonNode node) {
        for (JsonNode element : node) {
            if (!everywhereIn(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
