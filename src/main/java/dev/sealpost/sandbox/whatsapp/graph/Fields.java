package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The parameter {@code fields}: which of an object's fields the caller wants; {@code id} always comes. */
record Fields(Set<String> wanted) {
    static Fields of(GraphRequest request, String byDefault) {
        String list = request.query().getOrDefault("fields", "");
        var wanted = new LinkedHashSet<String>();
        for (String field : (list.isBlank() ? byDefault : list).split(",")) {
            // A field may bring an own list in braces or a limit in brackets; the sandbox gives all of it.
            wanted.add(field.strip().replaceFirst("[{(.].*", ""));
        }
        wanted.add("id");
        return new Fields(wanted);
    }

    ObjectNode of(ObjectNode all) {
        return all.deepCopy().retain(wanted);
    }
}
