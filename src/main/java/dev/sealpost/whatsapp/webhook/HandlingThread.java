package dev.sealpost.whatsapp.webhook;

import dev.sealpost.whatsapp.work.RepeatingThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles webhooks that wait, and writes refused ones to the audit. */
@Component
class HandlingThread extends RepeatingThread {

    private static final Logger LOG = LoggerFactory.getLogger(HandlingThread.class);
    private static final long IDLE_MILLIS = 500;

    private final InboxProcessor processor;
    private final Refusals refusals;
    private final PreviousSecretUses previousSecrets;
    private final InboxWakeUp wakeUp;

    HandlingThread(
            InboxProcessor processor, Refusals refusals, PreviousSecretUses previousSecrets, InboxWakeUp wakeUp) {
        super("webhook-handle");
        this.processor = processor;
        this.refusals = refusals;
        this.previousSecrets = previousSecrets;
        this.wakeUp = wakeUp;
    }

    @Override
    protected void round() throws InterruptedException {
        boolean busy = processor.handleNext();
        refusals.writeIfDue();
        previousSecrets.writeIfDue();
        if (!busy) {
            wakeUp.await(IDLE_MILLIS);
        }
    }

    @Override
    public void stop() {
        super.stop();
        try {
            refusals.write();
        } catch (RuntimeException databaseGone) {
            LOG.warn(
                    "The last refused webhooks are not in the audit: {}",
                    databaseGone.getClass().getName());
        }
    }
}
