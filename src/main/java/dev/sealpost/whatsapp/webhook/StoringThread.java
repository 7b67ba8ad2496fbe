package dev.sealpost.whatsapp.webhook;

import dev.sealpost.whatsapp.work.RepeatingThread;

/** Makes webhooks durable; see {@link StoringThreads}. */
class StoringThread extends RepeatingThread {

    private final Inbox inbox;

    StoringThread(Inbox inbox, String name) {
        super(name);
        this.inbox = inbox;
    }

    @Override
    protected void round() throws InterruptedException {
        inbox.writeNext();
    }
}
