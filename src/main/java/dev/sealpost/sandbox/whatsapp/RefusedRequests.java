package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The durable record of requests that were read but reached nobody: {@code refused.jsonl}. It shows how often a client
 * tried.
 */
final class RefusedRequests implements AutoCloseable {
    private final NumberedJournal journal;

    RefusedRequests(Path directory) throws IOException {
        journal = new NumberedJournal(directory.resolve("refused.jsonl"));
    }

    NumberedJournal journal() {
        return journal;
    }

    /**
     * @param answer the error code answered, or the kind of the fault
     */
    void add(String sender, JsonNode request, String answer) throws IOException {
        Optional<PhoneDigits> to = new LenientObject(request).text("to").flatMap(PhoneDigits::parse);
        ObjectNode line = Json.object();
        to.ifPresent(person -> line.put(NumberedJournal.NUMBER_FIELD, person.digits()));
        line.put("phoneNumberId", sender)
                .put("answer", answer)
                .put("at", Instant.now().toString());
        line.set("body", request);
        journal.append(to.map(PhoneDigits::number).orElse(NumberedJournal.UNKNOWN_NUMBER), Json.bytes(line));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
