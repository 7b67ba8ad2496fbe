package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import java.time.Instant;

/**
 * A person said stop on a channel.
 *
 * @param purpose a configured purpose, or {@link ConsentSnapshot#EVERY_PURPOSE}
 * @param source where: {@code whatsapp}
 * @param at when
 * @param proof an id of what they sent, never its content
 */
public record Stop(SubjectRef subject, String purpose, String source, Instant at, String proof) {

    Statement statement() {
        return new Statement(purpose, ConsentStatus.WITHDRAWN, new Evidence(source, null, null, at, proof, null), null);
    }
}
