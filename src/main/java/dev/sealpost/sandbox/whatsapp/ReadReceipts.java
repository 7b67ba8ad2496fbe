package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The durable record of what the business said that it has read: {@code receipts.jsonl}. */
final class ReadReceipts implements AutoCloseable {
    private final NumberedJournal journal;

    ReadReceipts(Path directory) throws IOException {
        journal = new NumberedJournal(directory.resolve("receipts.jsonl"));
    }

    NumberedJournal journal() {
        return journal;
    }

    void add(String sender, JsonNode request) throws IOException {
        ObjectNode line = Json.object()
                .put("messageId", request.path("message_id").asText())
                .put("phoneNumberId", sender)
                .put("typing", request.has("typing_indicator"))
                .put("at", Instant.now().toString());
        line.set("body", request);
        journal.append(NumberedJournal.UNKNOWN_NUMBER, Json.bytes(line));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
