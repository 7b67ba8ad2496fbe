package dev.sealpost.vault;

/** Computes blind indexes under the vault's index key. */
public interface BlindIndexer {

    /**
     * @param domain what kind of value it is ({@code phone}, {@code source:order-shipped}); the same value in two domains gives
     *     unrelated indexes
     */
    BlindIndex index(String domain, String value);
}
