package dev.sealpost.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.BlindIndexer;
import dev.sealpost.vault.DataKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * Seals evidence under the person's key, bound to person, purpose and the event's fingerprint: evidence that is moved to another
 * event does not open.
 */
@Component
class EvidenceSeal {
    private final ObjectMapper json;
    private final BlindIndexer indexer;

    EvidenceSeal(ObjectMapper json, BlindIndexer indexer) {
        this.json = json;
        this.indexer = indexer;
    }

    /** The same for the same statement of the same person, and reversible by nobody. */
    BlindIndex fingerprint(SubjectRef subject, Statement said) {
        String all = "%s|%s|%s|%s|%s"
                .formatted(subject, said.purpose(), said.status(), said.expiresAt(), text(said.evidence()));
        return indexer.index("consent", all);
    }

    byte[] seal(DataKey key, SubjectRef subject, Statement said, BlindIndex fingerprint) {
        byte[] plaintext = text(said.evidence()).getBytes(StandardCharsets.UTF_8);
        return key.seal(plaintext, bound(subject, said.purpose(), fingerprint));
    }

    /** @throws dev.sealpost.vault.SealBroken if it was altered or belongs to another event */
    Evidence open(DataKey key, ConsentEvent event) {
        byte[] bound = bound(event.subject(), event.state().purpose(), new BlindIndex(event.fingerprint()));
        try {
            return json.readValue(key.open(event.evidence(), bound), Evidence.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Sealed evidence cannot be read", e);
        }
    }

    private static byte[] bound(SubjectRef subject, String purpose, BlindIndex fingerprint) {
        return "consent-evidence|%s|%s|%s"
                .formatted(subject, purpose, fingerprint)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text(Evidence evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Evidence cannot be written", e);
        }
    }
}
