package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows that follow each other: those that can be read go to the hub in one request, and are committed together. */
final class ImportChunk {
    private static final int MOST_ROWS = 500;
    private static final int MOST_BYTES = 900_000;

    /** So many digits at the end of a number are the same however it is written, with its country code or without. */
    private static final int TELLING_DIGITS = 7;

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private final List<CsvRow> rows = new ArrayList<>();
    private final List<ChunkResult.Refusal> unreadable = new ArrayList<>();
    private final Set<String> people = new HashSet<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    /** @return false if the row belongs into the next chunk */
    boolean add(CsvRow row) {
        return row.fault() == null ? addReadable(row) : addUnreadable(row);
    }

    private boolean addUnreadable(CsvRow row) {
        return unreadable.size() < MOST_ROWS && unreadable.add(new ChunkResult.Refusal(row, List.of(row.fault())));
    }

    private boolean addReadable(CsvRow row) {
        byte[] line = ConsentLine.of(row.cells()).toString().getBytes(StandardCharsets.UTF_8);
        boolean fits = rows.isEmpty() || rows.size() < MOST_ROWS && lines.size() + line.length < MOST_BYTES;
        if (fits) {
            rows.add(row.withoutCells());
            addPerson(row.cells().get(ImportColumn.PHONE));
            lines.writeBytes(line);
            lines.write('\n');
        }
        return fits;
    }

    private void addPerson(String phone) {
        String digits = NO_DIGIT.matcher(phone).replaceAll("");
        if (digits.length() >= TELLING_DIGITS) {
            people.add(digits.substring(digits.length() - TELLING_DIGITS));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty() && unreadable.isEmpty();
    }

    /** Whether both may have a row about the same person. */
    boolean mayShareSomebodyWith(ImportChunk other) {
        return !Collections.disjoint(people, other.people);
    }

    ChunkResult send(HubClient hub) {
        return rows.isEmpty()
                ? ChunkResult.ofNone(unreadable)
                : result(hub.postLines("/api/consents/import", lines.toByteArray()));
    }

    private ChunkResult result(JsonNode answer) {
        List<ChunkResult.Refusal> refused = new ArrayList<>(unreadable);
        answer.path("refused")
                .forEach(line -> refused.add(new ChunkResult.Refusal(
                        rows.get(line.path("line").asInt() - 1), HubFaults.of(line.path("problem")))));
        return ChunkResult.of(
                answer.path("recorded").asLong(), answer.path("unchanged").asLong(), refused);
    }
}
