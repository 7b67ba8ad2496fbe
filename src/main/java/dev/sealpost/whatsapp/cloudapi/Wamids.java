package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Accepted;
import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.vault.BlindIndexer;
import org.springframework.stereotype.Component;

/**
 * Keeps Meta's message ids out of outbox and audit: a wamid holds the recipient's phone number in base64. In its place goes a keyed
 * index of it, which still tells that an answer and a status are about the same message. See ADR 6.
 */
@Component
public class Wamids {

    private static final String DOMAIN = "wamid";

    private final BlindIndexer indexer;

    public Wamids(BlindIndexer indexer) {
        this.indexer = indexer;
    }

    public DeliveryOutcome withoutNumber(DeliveryOutcome outcome) {
        return outcome instanceof Accepted accepted ? new Accepted(index(accepted.channelId())) : outcome;
    }

    public StatusUpdate withoutNumber(StatusUpdate update) {
        return new StatusUpdate(
                update.message(),
                index(update.channelId()),
                update.state(),
                update.at(),
                update.refusal(),
                update.price());
    }

    /** 64 hexadecimal digits. */
    public String index(String wamid) {
        return indexer.index(DOMAIN, wamid).toString();
    }
}
