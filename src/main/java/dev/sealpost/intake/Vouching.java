package dev.sealpost.intake;

/** What stands in for an event besides itself, where a flow takes only signed ones. */
public sealed interface Vouching {

    /** Nothing; or the signature is in the event. */
    record Nothing() implements Vouching {}

    /** A detached signature over the event's bytes, Base64. */
    record Signature(String value) implements Vouching {}

    /**
     * The hub itself, which checked the signature when the event came in first.
     *
     * @param signer whose it was: it stands for no other's
     */
    record CheckedBefore(String signer) implements Vouching {}
}
