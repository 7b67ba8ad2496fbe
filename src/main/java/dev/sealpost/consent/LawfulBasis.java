package dev.sealpost.consent;

/** The lawful bases of GDPR article 6(1), as {@code config/purposes.yml} names them. */
public enum LawfulBasis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    VITAL_INTERESTS,
    PUBLIC_TASK,
    LEGITIMATE_INTEREST
}
