package dev.sealpost.whatsapp;

import dev.sealpost.message.MessageId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Messages for which Meta said that the 24 hours are over although the hub thought otherwise: they are tried again as templates. What
 * this hub forgets, or another one tries, is told by Meta once more.
 */
@Component
class EarlyClosings {

    private static final int MOST = 10_000;

    private final Set<MessageId> told = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    void add(MessageId message) {
        told.add(message);
    }

    boolean contains(MessageId message) {
        return told.contains(message);
    }
}
