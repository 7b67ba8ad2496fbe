package dev.sealpost.vault;

/**
 * Signs, with the hub's own key, what leaves the hub as a proof: whoever has the public key can tell that it came from this hub and
 * was not changed, without asking the hub.
 *
 * <p>Not guaranteed: that what is signed is true, only that the hub said it; nor when: there is no trusted time in a signature.
 */
public interface HubSigner {

    /** The name of the algorithm for whoever checks: the signature is one over the bytes that were hashed. */
    String ALGORITHM = "SHA256withECDSA";

    /**
     * @param sha256 the SHA-256 of the bytes that are signed, so that they may be of any size
     * @throws IllegalArgumentException if it has not 32 bytes
     */
    HubSignature sign(byte[] sha256);

    PublicKeyPem publicKey();
}
