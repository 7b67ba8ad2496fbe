package dev.sealpost.vault;

/**
 * A key that seals (AES-256-GCM, fresh 96-bit nonce for each call) without showing itself.
 *
 * <p>Guarantees confidentiality and that ciphertext and associated data are unchanged. Does not hide the plaintext's length.
 */
public interface DataKey {

    byte[] seal(byte[] plaintext, byte[] associatedData);

    /** @throws SealBroken if ciphertext, key or associated data are not the ones it was sealed with */
    byte[] open(byte[] ciphertext, byte[] associatedData);
}
