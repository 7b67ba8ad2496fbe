package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.InboundMessages;
import dev.sealpost.whatsapp.InboundStatus;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks the database what waits, since any hub may hand it over. */
@Component
class StoredInbound implements InboundMessages {

    private final InboundRows rows;
    private final HandingThread thread;

    StoredInbound(InboundRows rows, HandingThread thread) {
        this.rows = rows;
        this.thread = thread;
    }

    @Override
    public InboundStatus status() {
        try {
            return new InboundStatus(true, rows.oldest().orElse(Duration.ZERO), thread.isAlive());
        } catch (DataAccessException unanswered) {
            return new InboundStatus(false, Duration.ofSeconds(-1), thread.isAlive());
        }
    }
}
