package dev.sealpost.crm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The changes a feed committed last. An overlap lists them again at each poll; those known here are not handed over again, which spares
 * the audit a duplicate each time. What is forgotten or was committed by another hub is left to the duplicate check.
 */
final class Recent {

    private static final int MOST = 10_000;

    private final Map<String, Boolean> keys = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    boolean knows(Change change) {
        return keys.get(change.key()) != null;
    }

    void add(Collection<Change> committed) {
        committed.forEach(change -> keys.put(change.key(), true));
    }
}
