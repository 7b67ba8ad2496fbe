package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** Makes of a row what {@code PUT /api/consents} takes. Empty cells are left out; the hub says what must be there. */
final class ConsentLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConsentLine() {}

    static ObjectNode of(Map<ImportColumn, String> cells) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("evidence").put("source", "import");
        cells.forEach((column, text) -> {
            if (!text.isEmpty()) {
                put(line, column, column == ImportColumn.STATUS ? text.toLowerCase(Locale.ROOT) : text);
            }
        });
        return line;
    }

    private static void put(ObjectNode line, ImportColumn column, String text) {
        String[] path = column.field().split("\\.");
        ObjectNode parent = line;
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.withObjectProperty(path[i]);
        }
        parent.put(path[path.length - 1], text);
    }
}
