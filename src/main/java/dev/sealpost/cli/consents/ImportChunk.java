package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows that go to the hub in one request, and are committed together. */
final class ImportChunk {
    private static final int MOST_ROWS = 500;
    private static final int MOST_BYTES = 900_000;

    private final List<CsvRow> rows = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    /** @return false if the row belongs into the next chunk */
    boolean add(CsvRow row) {
        byte[] line = ConsentLine.of(row.cells()).toString().getBytes(StandardCharsets.UTF_8);
        boolean fits = rows.isEmpty() || rows.size() < MOST_ROWS && lines.size() + line.length < MOST_BYTES;
        if (fits) {
            rows.add(row);
            lines.writeBytes(line);
            lines.write('\n');
        }
        return fits;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    JsonNode send(HubClient hub) {
        return hub.postLines("/api/consents/import", lines.toByteArray());
    }

    /** @param line as the hub counts, from 1 */
    CsvRow row(int line) {
        return rows.get(line - 1);
    }
}
