package dev.sealpost.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map for many threads that forgets the least recently used entry when it is full. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final float LOAD_FACTOR = 0.75f;

    private final int most;

    private BoundedMap(int most) {
        super(16, LOAD_FACTOR, true);
        this.most = most;
    }

    static <K, V> Map<K, V> of(int most) {
        return Collections.synchronizedMap(new BoundedMap<>(most));
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
