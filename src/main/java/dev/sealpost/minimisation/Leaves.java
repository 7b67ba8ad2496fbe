package dev.sealpost.minimisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the values of an event, however deep it nests. */
final class Leaves {

    private Leaves() {}

    static int count(JsonNode event) {
        int leaves = 0;
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(event);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            leaves += node.isValueNode() ? 1 : 0;
            node.forEach(open::push);
        }
        return leaves;
    }
}
