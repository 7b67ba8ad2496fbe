package dev.sealpost.sandbox.whatsapp.limit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** At most so many distinct keys in any period of a length; remembers no more than that. */
final class MovingWindow {
    private static final int INITIAL = 16;
    private static final float LOAD = 0.75f;

    private final int most;
    private final long length;
    /** When each key came last, the longest ago first. */
    private final Map<String, Long> lastSeen = new LinkedHashMap<>(INITIAL, LOAD, true);

    MovingWindow(int most, long lengthMillis) {
        this.most = most;
        this.length = lengthMillis;
    }

    boolean take(String key, long now) {
        forgetBefore(now - length);
        if (lastSeen.size() >= most && !lastSeen.containsKey(key)) {
            return false;
        }
        lastSeen.put(key, now);
        return true;
    }

    private void forgetBefore(long moment) {
        Iterator<Long> oldest = lastSeen.values().iterator();
        while (oldest.hasNext() && oldest.next() <= moment) {
            oldest.remove();
        }
    }
}
