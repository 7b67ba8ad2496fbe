package dev.sealpost.whatsapp.inbound;

import dev.sealpost.message.MessageId;
import dev.sealpost.subject.Handles;
import dev.sealpost.subject.Recipient;
import dev.sealpost.whatsapp.ReachedPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** {@link ReachedPeople} of the Cloud API's answers: a bounded number waits, the rest is left to the webhooks. */
@Component
class AnsweredReaches implements ReachedPeople {

    private static final int MOST = 1000;
    private static final int BATCH = 200;

    private final BlockingQueue<Reached> waiting = new ArrayBlockingQueue<>(MOST);
    private final Aliases aliases;
    private final TransactionOperations transactions;
    private final InboundWakeUp wakeUp;

    AnsweredReaches(Aliases aliases, TransactionOperations transactions, InboundWakeUp wakeUp) {
        this.aliases = aliases;
        this.transactions = transactions;
        this.wakeUp = wakeUp;
    }

    @Override
    public void note(MessageId message, List<Recipient> by) {
        if (!by.isEmpty() && waiting.offer(new Reached(message, new Handles(by)))) {
            wakeUp.call();
        }
    }

    /** Writes down what waits. Called by one thread only. */
    void write() {
        List<Reached> batch = new ArrayList<>();
        if (waiting.drainTo(batch, BATCH) > 0) {
            transactions.executeWithoutResult(status -> aliases.add(batch));
        }
    }
}
