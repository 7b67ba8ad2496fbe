package dev.sealpost.delivery;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.sealing.SealedMessage;

/**
 * What decides by which sender a message goes.
 *
 * @param country the person's (ISO 3166-1 alpha-2), or null
 */
public record Destination(String purpose, String country, SubjectRef subject) {

    public static Destination of(SealedMessage.Origin origin) {
        return new Destination(origin.purpose().id(), origin.country(), origin.subject());
    }
}
