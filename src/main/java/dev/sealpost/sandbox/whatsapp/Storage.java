package dev.sealpost.sandbox.whatsapp;

import java.io.IOException;
import java.nio.file.Path;

/** The sandbox's durable record of the WhatsApp account: four journals in a directory. */
record Storage(ReceivedMessages messages, RefusedRequests refused, InboundEvents inbound, Acknowledgements acknowledged)
        implements AutoCloseable {
    static Storage open(Path directory) throws IOException {
        return new Storage(
                new ReceivedMessages(directory),
                new RefusedRequests(directory),
                new InboundEvents(directory),
                new Acknowledgements(directory));
    }

    @Override
    public void close() throws IOException {
        messages.close();
        refused.close();
        inbound.close();
        acknowledged.close();
    }
}
