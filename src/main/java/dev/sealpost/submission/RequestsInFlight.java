package dev.sealpost.submission;

import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.BlindIndexer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keys of the requests that this hub is handling. Two hubs that handle the same one at the same time find out when the second commits,
 * and nothing of it is.
 */
@Component
class RequestsInFlight {

    private static final int WHOLE = -1;

    private final BlindIndexer indexer;
    private final Set<BlindIndex> keys = ConcurrentHashMap.newKeySet();

    RequestsInFlight(BlindIndexer indexer) {
        this.indexer = indexer;
    }

    /** To be closed when the request has been answered; empty if it is in here already. A request without a key always enters. */
    Optional<Entry> enter(Optional<IdempotencyKey> key) {
        Optional<BlindIndex> index = key.map(known -> known.index(indexer, WHOLE));
        boolean entered = index.map(keys::add).orElse(true);
        return entered ? Optional.of(() -> index.ifPresent(keys::remove)) : Optional.empty();
    }

    /** A request in flight. */
    interface Entry extends AutoCloseable {

        @Override
        void close();
    }
}
