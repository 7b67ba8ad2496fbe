package dev.sealpost.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the caller of a key. What was looked up, also that there is no such key, is believed for {@code keyCache}: a revocation has
 * effect after that time at the latest, on every hub.
 */
@Component
class ApiKeys {
    private static final int MOST_CACHED = 1_000;

    private final ApiKeyStore store;
    private final Duration believed;
    private final Clock clock;
    private final Map<KeyHash, LookedUp> cache = BoundedMap.of(MOST_CACHED);

    @Autowired
    ApiKeys(ApiKeyStore store, AccessSettings settings) {
        this(store, settings.keyCache(), Clock.systemUTC());
    }

    ApiKeys(ApiKeyStore store, Duration believed, Clock clock) {
        this.store = store;
        this.believed = believed;
        this.clock = clock;
    }

    /** @return empty if the key is unknown, has expired or was revoked: callers cannot tell which */
    Optional<Caller> callerOf(String key) {
        KeyHash hash = KeyHash.of(key);
        Instant now = clock.instant();
        return lookUp(hash, now).filter(found -> found.opens(hash, now)).map(ApiKey::caller);
    }

    /** Has this hub look up every key anew: a revocation that was just committed has effect here at once. */
    void forget() {
        cache.clear();
    }

    private Optional<ApiKey> lookUp(KeyHash hash, Instant now) {
        LookedUp cached = cache.get(hash);
        if (cached != null && cached.isBelieved(now, believed)) {
            return cached.key();
        }
        Optional<ApiKey> key = store.find(hash);
        cache.put(hash, new LookedUp(key, now));
        return key;
    }

    private record LookedUp(Optional<ApiKey> key, Instant at) {

        /** A clock that was set back makes nothing believed for longer. */
        boolean isBelieved(Instant now, Duration believed) {
            return !now.isBefore(at) && now.isBefore(at.plus(believed));
        }
    }
}
