package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import java.io.IOException;
import java.util.List;

/** Turns notices into the body of one webhook. */
final class WebhookBatch {
    private final ReceivedMessages messages;
    private final InboundEvents inbound;
    private final ErrorTable errors;

    WebhookBatch(ReceivedMessages messages, InboundEvents inbound, ErrorTable errors) {
        this.messages = messages;
        this.inbound = inbound;
        this.errors = errors;
    }

    byte[] body(Sender sender, List<Due> batch) throws IOException {
        var body = new WebhookBody(sender);
        for (Due due : batch) {
            if (due.notice() instanceof Notice.StatusNotice status) {
                body.add(messages.read(status.index()), status.status(), due.since() / 1000, errors);
            } else {
                body.add(inbound.read(due.notice().index()));
            }
        }
        return body.bytes();
    }
}
