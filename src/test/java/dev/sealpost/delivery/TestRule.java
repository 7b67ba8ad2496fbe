package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes those messages wait that a test names. */
class TestRule implements ClaimRule {

    private final Map<MessageId, Wait> waits = new ConcurrentHashMap<>();

    void set(QueuedMessage message, Wait wait) {
        waits.put(message.sealed().origin().id(), wait);
    }

    void reset() {
        waits.clear();
    }

    @Override
    public Map<MessageId, Wait> review(List<Candidate> candidates) {
        Map<MessageId, Wait> told = new HashMap<>(waits);
        told.keySet()
                .retainAll(candidates.stream()
                        .map(candidate -> candidate.message().id())
                        .toList());
        return told;
    }
}
