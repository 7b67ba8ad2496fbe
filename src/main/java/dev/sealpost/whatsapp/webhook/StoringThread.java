package dev.sealpost.whatsapp.webhook;

import dev.sealpost.whatsapp.work.RepeatingThread;
import org.springframework.stereotype.Component;

/** Makes webhooks durable. */
@Component
class StoringThread extends RepeatingThread {

    private final Inbox inbox;

    StoringThread(Inbox inbox) {
        super("webhook-store");
        this.inbox = inbox;
    }

    @Override
    protected void round() throws InterruptedException {
        inbox.writeNext();
    }
}
