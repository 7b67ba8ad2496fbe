package dev.sealpost.sandbox.whatsapp.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.journal.Journal;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What each number is set to, kept in {@code numbers.jsonl}. */
public final class NumberStates implements AutoCloseable {
    private static final String NUMBER = "phoneNumberId";

    private final Map<String, NumberState> states = new ConcurrentHashMap<>();
    private final Journal journal;

    public NumberStates(Path directory) throws IOException {
        journal = Journal.open(directory.resolve("numbers.jsonl"), (index, line) -> replay(line));
    }

    private void replay(byte[] bytes) throws IOException {
        var line = (ObjectNode) Json.MAPPER.readTree(bytes);
        states.put(line.get(NUMBER).textValue(), NumberState.of(line));
    }

    public NumberState of(Sender sender) {
        return states.computeIfAbsent(sender.phoneNumberId(), id -> NumberState.initial());
    }

    public synchronized void change(Sender sender, UnaryOperator<NumberState> change) throws IOException {
        NumberState changed = change.apply(of(sender));
        journal.append(Json.bytes(changed.line().put(NUMBER, sender.phoneNumberId())));
        states.put(sender.phoneNumberId(), changed);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
