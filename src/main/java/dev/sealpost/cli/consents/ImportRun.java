package dev.sealpost.cli.consents;

import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.Progress;
import java.util.function.LongSupplier;

/**
 * Sends the rows of a file to the hub, in chunks. A chunk is committed when it is answered; what was recorded before changes nothing, so
 * that a run that ended in the middle is simply done again.
 */
final class ImportRun {
    private final HubClient hub;
    private final RejectedRows rejected;
    private ImportChunk chunk = new ImportChunk();
    private long rows;
    private long recorded;
    private long unchanged;

    ImportRun(HubClient hub, RejectedRows rejected) {
        this.hub = hub;
        this.rejected = rejected;
    }

    /**
     * @param done how many bytes of {@code all} were read
     * @throws CsvTooBroken if the file ends in a row that cannot be read; those before it are done
     */
    void run(CsvFile file, Progress progress, LongSupplier done, long all) {
        try (ChunksInFlight chunks = new ChunksInFlight(hub, this::count)) {
            try {
                for (CsvRow row = file.next(); row != null; row = file.next()) {
                    take(row, chunks);
                    progress.show(done.getAsLong(), all, counted(rows));
                }
            } catch (CsvTooBroken broken) {
                sendRest(chunks);
                throw broken;
            }
            sendRest(chunks);
        }
    }

    private void sendRest(ChunksInFlight chunks) {
        send(chunks);
        chunks.awaitAll();
    }

    private void take(CsvRow row, ChunksInFlight chunks) {
        if (!chunk.add(row)) {
            send(chunks);
            chunk.add(row);
        }
    }

    private void send(ChunksInFlight chunks) {
        if (!chunk.isEmpty()) {
            chunks.send(chunk);
            chunk = new ImportChunk();
        }
    }

    private void count(ChunkResult result) {
        result.refused().forEach(refusal -> rejected.add(refusal.row(), refusal.faults()));
        rows += result.rows();
        recorded += result.recorded();
        unchanged += result.unchanged();
    }

    static String counted(long rows) {
        return (rows == 1 ? "%,d row" : "%,d rows").formatted(rows);
    }

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
