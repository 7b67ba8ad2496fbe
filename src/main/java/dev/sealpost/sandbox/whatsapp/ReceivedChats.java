package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.page.ChatMessage;
import dev.sealpost.sandbox.whatsapp.page.Correspondence;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people received, for the page: a status holds from the time it is due, whether or not the business was told yet. */
final class ReceivedChats implements Correspondence {
    private final ReceivedMessages messages;
    private final StatusDelays delays;
    private final ErrorTable errors;

    ReceivedChats(ReceivedMessages messages, StatusDelays delays, ErrorTable errors) {
        this.messages = messages;
        this.delays = delays;
        this.errors = errors;
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public Stamp stamp(int index) throws IOException {
        StoredMessage message = messages.read(index);
        return new Stamp(Optional.of(message.person()), message.receivedAt());
    }

    @Override
    public ChatMessage read(int index) throws IOException {
        JsonNode line = Json.MAPPER.readTree(messages.journal().read(index));
        StoredMessage message = messages.read(index);
        return new ChatMessage(
                message.id(),
                message.phoneNumberId(),
                message.receivedAt(),
                new LenientObject(line.path("body")),
                line.path("rendered").asText(),
                ticks(message),
                message.failsWith()
                        .flatMap(errors::find)
                        .map(error -> new ChatMessage.Failure(error.code(), error.title())));
    }

    private List<ChatMessage.Tick> ticks(StoredMessage message) {
        Instant received = message.receivedAt();
        return message.statuses().stream()
                .map(status -> new ChatMessage.Tick(status.wireName(), received.plus(delays.of(status))))
                .toList();
    }
}
