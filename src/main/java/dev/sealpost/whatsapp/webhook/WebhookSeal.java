package dev.sealpost.whatsapp.webhook;

import dev.sealpost.vault.BlindIndexer;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Seals webhooks while they wait. The digest is keyed: a plain one would let anybody test guesses about numbers and texts. */
@Component
class WebhookSeal {

    private static final String USE = "webhook";

    private final DataKey key;
    private final BlindIndexer indexer;

    WebhookSeal(HubSeal hubSeal, BlindIndexer indexer) {
        this.key = hubSeal.forUse(USE);
        this.indexer = indexer;
    }

    SealedWebhook seal(byte[] body) {
        byte[] digest =
                indexer.index(USE, HexFormat.of().formatHex(sha256(body))).bytes();
        return new SealedWebhook(key.seal(body, digest), digest);
    }

    /** @throws dev.sealpost.vault.SealBroken if content and digest do not belong together */
    byte[] open(InboxRow row) {
        return key.open(row.content(), row.digest());
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
