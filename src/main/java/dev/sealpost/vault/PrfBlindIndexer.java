package dev.sealpost.vault;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA-256 over domain and value, each preceded by its length in bytes (4 bytes, big-endian) and written as UTF-16BE. Unlike
 * UTF-8, that is defined for every Java string, lone surrogates included, so that no two values are made equal.
 */
@Component
class PrfBlindIndexer implements BlindIndexer {

    private static final int INDEX_BYTES = 32;

    private final PrfSet prfs;

    PrfBlindIndexer(Vault vault) {
        this.prfs = vault.prfs(VaultKeyset.BLIND_INDEX);
    }

    @Override
    public BlindIndex index(String domain, String value) {
        try {
            return new BlindIndex(prfs.computePrimary(encode(domain, value), INDEX_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java runtime cannot compute a blind index", e);
        }
    }

    private static byte[] encode(String domain, String value) {
        var bytes = ByteBuffer.allocate(2 * Integer.BYTES + 2 * domain.length() + 2 * value.length());
        put(bytes, domain);
        put(bytes, value);
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, String text) {
        bytes.putInt(2 * text.length());
        bytes.asCharBuffer().put(text);
        bytes.position(bytes.position() + 2 * text.length());
    }
}
