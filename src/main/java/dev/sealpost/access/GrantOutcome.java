package dev.sealpost.access;

/** What came of a wish for a key. */
sealed interface GrantOutcome {

    record Granted(KeyView.Granted key) implements GrantOutcome {}

    /** @param what the granting key does not have itself */
    record BeyondOwnRights(String what) implements GrantOutcome {}
}
