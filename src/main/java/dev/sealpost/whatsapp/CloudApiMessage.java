package dev.sealpost.whatsapp;

import dev.sealpost.whatsapp.cloudapi.OneTimeBody;
import org.apache.camel.component.whatsapp.model.BaseMessage;

/**
 * What travels through the {@code whatsapp:} endpoint: a request ready to be written. Of {@link BaseMessage} it has only the type,
 * so that neither the component's debug log nor a tracer finds a number or a text in it.
 */
final class CloudApiMessage extends BaseMessage {

    private final Sender sender;
    private final OneTimeBody body;

    CloudApiMessage(Sender sender, OneTimeBody body) {
        this.sender = sender;
        this.body = body;
    }

    Sender sender() {
        return sender;
    }

    OneTimeBody body() {
        return body;
    }

    @Override
    public String toString() {
        return "CloudApiMessage[" + sender.name() + "]";
    }
}
