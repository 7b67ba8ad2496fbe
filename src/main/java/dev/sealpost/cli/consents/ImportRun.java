package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Sends the rows of a file to the hub, a chunk at a time. A chunk is committed when it is answered; what was recorded before changes
 * nothing, so that a run that ended in the middle is simply done again.
 */
final class ImportRun {
    private static final int MOST_REFUSALS = 500;

    private final HubClient hub;
    private final RejectedRows rejected;
    private final List<Refusal> refusals = new ArrayList<>();
    private ImportChunk chunk = new ImportChunk();
    private long rows;
    private long recorded;
    private long unchanged;

    ImportRun(HubClient hub, RejectedRows rejected) {
        this.hub = hub;
        this.rejected = rejected;
    }

    /** @param done how many bytes of {@code all} were read */
    void run(CsvFile file, Progress progress, LongSupplier done, long all) {
        for (CsvRow row = file.next(); row != null; row = file.next()) {
            take(row);
            progress.show(done.getAsLong(), all, "%,d rows".formatted(rows));
        }
        flush();
    }

    private void take(CsvRow row) {
        if (row.fault() != null) {
            rows++;
            refusals.add(new Refusal(row, List.of(row.fault())));
        } else if (!chunk.add(row)) {
            flush();
            chunk.add(row);
        }
        if (refusals.size() >= MOST_REFUSALS) {
            flush();
        }
    }

    private void flush() {
        if (!chunk.isEmpty()) {
            JsonNode answer = chunk.send(hub);
            answer.path("refused")
                    .forEach(refused -> refusals.add(new Refusal(
                            chunk.row(refused.path("line").asInt()), HubFaults.of(refused.path("problem")))));
            count(answer);
            chunk = new ImportChunk();
        }
        refusals.sort(Comparator.comparingLong(refusal -> refusal.row().number()));
        refusals.forEach(refusal -> rejected.add(refusal.row(), refusal.faults()));
        refusals.clear();
    }

    private void count(JsonNode answer) {
        recorded += answer.path("recorded").asLong();
        unchanged += answer.path("unchanged").asLong();
        rows += answer.path("recorded").asLong()
                + answer.path("unchanged").asLong()
                + answer.path("refused").size();
    }

    private record Refusal(CsvRow row, List<RowFault> faults) {}

    long rows() {
        return rows;
    }

    long recorded() {
        return recorded;
    }

    long unchanged() {
        return unchanged;
    }

    long refused() {
        return rejected.rows();
    }
}
