package dev.sealpost.sealing;

import dev.sealpost.consent.Purpose;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import java.time.Instant;
import java.util.Set;

/**
 * A minimised message as ciphertext, with the ids that the outbox and the audit need. Only {@code sealing} makes one.
 */
public final class SealedMessage {

    private final Origin origin;
    private final SealedContent content;

    SealedMessage(Origin origin, SealedContent content) {
        this.origin = origin;
        this.content = content;
    }

    public Origin origin() {
        return origin;
    }

    public SealedContent content() {
        return content;
    }

    @Override
    public String toString() {
        return "SealedMessage[" + content.message() + ", purpose=" + content.purpose() + "]";
    }

    /**
     * Where a sealed message comes from; no personal data.
     *
     * @param country the person's, by their number (ISO 3166-1 alpha-2), or null
     * @param fields the names (not values) of the minimised fields, for checking a template's mapping
     * @param consentEvidence what proves the lawful basis, see {@code ConsentedMessage.evidence()}
     * @param dropped how many fields minimisation dropped
     */
    public record Origin(
            MessageId id,
            String flow,
            BlindIndex source,
            SubjectRef subject,
            String country,
            Purpose purpose,
            String consentEvidence,
            String profile,
            Set<String> fields,
            int dropped,
            Instant receivedAt) {}
}
