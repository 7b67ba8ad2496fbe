package dev.sealpost.consent;

/** How sensitive a purpose's data is. {@code PHI} is protected health information in HIPAA's sense, {@code SPECIAL} GDPR article 9. */
public enum DataClass {
    ORDINARY,
    PHI,
    SPECIAL
}
