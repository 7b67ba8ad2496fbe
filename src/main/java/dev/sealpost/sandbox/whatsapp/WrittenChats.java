package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.page.ChatMessage;
import dev.sealpost.sandbox.whatsapp.page.Correspondence;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people wrote, for the page: delivered once the business's webhook took it, read once the business said so. Changes of the account belong to nobody's chat. */
final class WrittenChats implements Correspondence {
    private final InboundEvents events;
    private final Acknowledgements acknowledged;
    private final ReadByBusiness read;

    WrittenChats(Storage storage) {
        this.events = storage.inbound();
        this.acknowledged = storage.acknowledged();
        this.read = new ReadByBusiness(storage.receipts());
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public Stamp stamp(int index) throws IOException {
        InboundEvent event = events.read(index);
        return new Stamp(event instanceof InboundMessage message ? person(message) : Optional.empty(), event.at());
    }

    private static Optional<String> person(InboundMessage message) {
        return message.type().equals("system")
                ? Optional.empty()
                : message.from().or(message::userId);
    }

    @Override
    public ChatMessage read(int index) throws IOException {
        InboundMessage message = (InboundMessage) events.read(index);
        return new ChatMessage(
                message.id(),
                message.phoneNumberId(),
                message.at(),
                new LenientObject(message.message()),
                "A message of type " + message.type(),
                ticks(index, message),
                Optional.empty());
    }

    private List<ChatMessage.Tick> ticks(int index, InboundMessage message) throws IOException {
        var ticks = new ArrayList<ChatMessage.Tick>();
        ticks.add(new ChatMessage.Tick(Status.SENT.wireName(), message.at()));
        if (acknowledged.contains(new Notice.InboundNotice(index))) {
            ticks.add(new ChatMessage.Tick(Status.DELIVERED.wireName(), message.at()));
        }
        if (read.contains(message.id())) {
            ticks.add(new ChatMessage.Tick(Status.READ.wireName(), message.at()));
        }
        return ticks;
    }
}
