package dev.sealpost.signature;

/** Where a signer puts its signature, always in Base64, and what it is over. */
sealed interface SignaturePlace {

    /** A header of the event's record or request; over the event's bytes as they are. */
    record Header(String name) implements SignaturePlace {}

    /**
     * A field of the event; over the rest of the event in its canonical form (RFC 8785), so that nothing in it is unsigned.
     *
     * @param name of a field at the top
     */
    record Field(String name) implements SignaturePlace {}
}
