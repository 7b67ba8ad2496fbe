package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.account.NumberStates;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.media.MediaStore;
import dev.sealpost.sandbox.whatsapp.template.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The sandbox's durable record of its WhatsApp accounts: journals in a directory. */
record Storage(
        ReceivedMessages messages,
        RefusedRequests refused,
        ReadReceipts receipts,
        InboundEvents inbound,
        Acknowledgements acknowledged,
        Templates templates,
        NumberStates numbers,
        MediaStore media)
        implements AutoCloseable {
    static Storage open(Path directory, List<Sender> senders) throws IOException {
        return new Storage(
                new ReceivedMessages(directory),
                new RefusedRequests(directory),
                new ReadReceipts(directory),
                new InboundEvents(directory),
                new Acknowledgements(directory),
                new Templates(directory, senders.stream().map(Sender::account).toList()),
                new NumberStates(directory),
                new MediaStore(directory));
    }

    @Override
    public void close() throws IOException {
        messages.close();
        refused.close();
        receipts.close();
        inbound.close();
        acknowledged.close();
        templates.close();
        numbers.close();
        media.close();
    }
}
