package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.page.ChatMessage;
import dev.sealpost.sandbox.whatsapp.page.Correspondence;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people wrote, for the page: delivered once the business's webhook took it. */
final class WrittenChats implements Correspondence {
    private final InboundTexts texts;
    private final Acknowledgements acknowledged;

    WrittenChats(InboundTexts texts, Acknowledgements acknowledged) {
        this.texts = texts;
        this.acknowledged = acknowledged;
    }

    @Override
    public int size() {
        return texts.size();
    }

    @Override
    public Stamp stamp(int index) throws IOException {
        InboundText text = texts.read(index);
        return new Stamp(Optional.of(text.from()), text.at());
    }

    @Override
    public ChatMessage read(int index) throws IOException {
        InboundText text = texts.read(index);
        ObjectNode content = Json.object().put("type", "text");
        content.putObject("text").put("body", text.text());
        return new ChatMessage(
                text.id(),
                text.phoneNumberId(),
                text.at(),
                new LenientObject(content),
                text.text(),
                ticks(index, text),
                Optional.empty());
    }

    private List<ChatMessage.Tick> ticks(int index, InboundText text) {
        var ticks = new ArrayList<ChatMessage.Tick>();
        ticks.add(new ChatMessage.Tick(Status.SENT.wireName(), text.at()));
        if (acknowledged.contains(new Notice.InboundNotice(index))) {
            ticks.add(new ChatMessage.Tick(Status.DELIVERED.wireName(), text.at()));
        }
        return ticks;
    }
}
