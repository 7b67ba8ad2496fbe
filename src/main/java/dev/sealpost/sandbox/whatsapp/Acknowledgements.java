package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.journal.Journal;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * Which notices were answered 200, in {@code acknowledged.jsonl}; what is not in it is sent again after a restart. In
 * memory four bits a message.
 */
final class Acknowledgements implements AutoCloseable {
    private final Journal journal;
    private final BitSet statuses = new BitSet();
    private final BitSet inbound = new BitSet();

    Acknowledgements(Path directory) throws IOException {
        journal = Journal.open(directory.resolve("acknowledged.jsonl"), (index, line) -> replay(line));
    }

    private void replay(byte[] line) throws IOException {
        JsonNode acknowledged = Json.MAPPER.readTree(line);
        for (JsonNode pair : acknowledged.path("statuses")) {
            remember(new Notice.StatusNotice(
                    pair.get(0).intValue(), Status.of(pair.get(1).textValue())));
        }
        for (JsonNode index : acknowledged.path("inbound")) {
            remember(new Notice.InboundNotice(index.intValue()));
        }
    }

    synchronized void add(List<Notice> notices) throws IOException {
        ObjectNode line = Json.object();
        ArrayNode statusPairs = line.putArray("statuses");
        ArrayNode inboundIndexes = line.putArray("inbound");
        for (Notice notice : notices) {
            remember(notice);
            if (notice instanceof Notice.StatusNotice status) {
                statusPairs.addArray().add(status.index()).add(status.status().wireName());
            } else {
                inboundIndexes.add(notice.index());
            }
        }
        journal.append(Json.bytes(line));
    }

    private void remember(Notice notice) {
        if (notice instanceof Notice.StatusNotice status) {
            statuses.set(bit(status));
        } else {
            inbound.set(notice.index());
        }
    }

    synchronized boolean contains(Notice notice) {
        return notice instanceof Notice.StatusNotice status ? statuses.get(bit(status)) : inbound.get(notice.index());
    }

    /** Whether no status of the message is left to tell; cheap, for the look through all of them at the start. */
    synchronized boolean completes(int message) {
        int first = message * Status.ALL.length;
        return statuses.get(first)
                && (statuses.get(first + Status.FAILED.ordinal())
                        || statuses.get(first + Status.DELIVERED.ordinal())
                                && statuses.get(first + Status.READ.ordinal()));
    }

    private static int bit(Notice.StatusNotice notice) {
        return notice.index() * Status.ALL.length + notice.status().ordinal();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
