package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.message.OutgoingMessage;
import dev.sealpost.sandbox.whatsapp.message.Recipient;
import dev.sealpost.sandbox.whatsapp.message.WhatsAppId;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import dev.sealpost.sandbox.whatsapp.wire.Wamid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The durable record of what reached people: {@code messages.jsonl}, an object each as {@code GET /_sandbox/messages}
 * lists it.
 */
final class ReceivedMessages implements AutoCloseable {
    private final NumberedJournal journal;

    ReceivedMessages(Path directory) throws IOException {
        journal = new NumberedJournal(directory.resolve("messages.jsonl"));
    }

    NumberedJournal journal() {
        return journal;
    }

    /** Records a message; when this returns, it survives a kill of the process. */
    Receipt receive(String sender, OutgoingMessage message, Optional<Integer> failsWith) throws IOException {
        Recipient to = message.to();
        String digits = to.number().map(PhoneDigits::digits).orElse("");
        String id = Wamid.next(to.person());
        ObjectNode line = Json.object();
        line.put("id", id).put(NumberedJournal.NUMBER_FIELD, digits).put("phoneNumberId", sender);
        to.userId().ifPresent(user -> line.put("userId", user));
        to.number().map(WhatsAppId::of).filter(waId -> !waId.equals(digits)).ifPresent(waId -> line.put("waId", waId));
        line.put("type", message.content().type());
        message.content().template().ifPresent(name -> line.put("template", name));
        line.put("category", message.content().category())
                .put("rendered", message.content().rendered());
        line.put("receivedAt", Instant.now().toString());
        message.callback().ifPresent(data -> line.put("callback", data));
        failsWith.ifPresent(code -> line.put("failsWith", code));
        line.set("body", message.request());
        int index = journal.append(
                to.number().map(PhoneDigits::number).orElse(NumberedJournal.UNKNOWN_NUMBER), Json.bytes(line));
        return new Receipt(index, id);
    }

    record Receipt(int index, String id) {}

    StoredMessage read(int index) throws IOException {
        LineHead line = LineHead.of(journal.read(index));
        return new StoredMessage(
                line.get("id"),
                line.find("waId").or(() -> line.find("to").filter(to -> !to.isEmpty())),
                line.find("userId"),
                line.get("phoneNumberId"),
                line.get("category"),
                Instant.parse(line.get("receivedAt")),
                line.find("callback"),
                line.find("failsWith").map(Integer::valueOf));
    }

    int size() {
        return journal.size();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
