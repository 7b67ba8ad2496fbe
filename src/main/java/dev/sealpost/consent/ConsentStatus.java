package dev.sealpost.consent;

/** What a person said last about a purpose. */
public enum ConsentStatus {
    /** Asked for, not yet confirmed. Allows nothing. */
    REQUESTED,
    GRANTED,
    WITHDRAWN,
    /** Objected to a use that needs no consent (GDPR article 21). */
    OBJECTED
}
