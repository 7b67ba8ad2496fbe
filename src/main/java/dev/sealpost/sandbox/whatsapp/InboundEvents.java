package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.journal.Journal;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.nio.file.Path;

/** The durable record of what people wrote to the business and Meta told it: {@code inbound.jsonl}. */
final class InboundEvents implements AutoCloseable {
    private final Journal journal;

    InboundEvents(Path directory) throws IOException {
        journal = Journal.open(directory.resolve("inbound.jsonl"), (index, line) -> {});
    }

    int add(InboundEvent event) throws IOException {
        return journal.append(Json.bytes(event.line()));
    }

    InboundEvent read(int index) throws IOException {
        return InboundEvent.of(Json.MAPPER.readTree(journal.read(index)));
    }

    int size() {
        return journal.size();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
