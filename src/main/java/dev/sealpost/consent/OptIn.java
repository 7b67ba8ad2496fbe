package dev.sealpost.consent;

/** How a person agrees. {@code DOUBLE}: they ask, then confirm on a channel that proves the number is theirs. */
public enum OptIn {
    NONE,
    SINGLE,
    DOUBLE
}
