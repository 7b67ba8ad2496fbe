package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The durable record of what people wrote to the business: {@code inbound.jsonl}. */
final class InboundTexts implements AutoCloseable {
    private final Journal journal;

    InboundTexts(Path directory) throws IOException {
        journal = Journal.open(directory.resolve("inbound.jsonl"), (index, line) -> {});
    }

    int add(InboundText text) throws IOException {
        ObjectNode line = Json.object();
        line.put("id", text.id()).put("from", text.from()).put("phoneNumberId", text.phoneNumberId());
        line.put("text", text.text()).put("at", text.at().toString());
        return journal.append(Json.bytes(line));
    }

    InboundText read(int index) throws IOException {
        LineHead line = LineHead.of(journal.read(index));
        return new InboundText(
                line.get("id"),
                line.get("from"),
                line.get("phoneNumberId"),
                line.get("text"),
                Instant.parse(line.get("at")));
    }

    int size() {
        return journal.size();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
