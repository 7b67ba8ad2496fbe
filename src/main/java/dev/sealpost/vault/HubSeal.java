package dev.sealpost.vault;

/** Seals what belongs to no known subject (malformed events, raw webhooks) under the hub's own keys. */
public interface HubSeal {

    /**
     * @param use what it is for ({@code dead-letter}, {@code webhook}, {@code crm-cursor}); each use has a key of its own
     * @throws IllegalArgumentException if there is no such use
     */
    DataKey forUse(String use);
}
