package dev.sealpost.access;

/** What came of a revocation. */
sealed interface RevocationOutcome {

    record Revoked() implements RevocationOutcome {}

    /** It had ended before. @param state {@code revoked} or {@code expired} */
    record Ended(String state) implements RevocationOutcome {}

    /** There is none with this id among those the caller may see. */
    record Unknown() implements RevocationOutcome {}

    /** Without it nobody could grant keys any more. Nothing was changed. */
    record LastAdmin() implements RevocationOutcome {}
}
