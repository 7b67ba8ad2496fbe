package dev.sealpost.vault;

/** Stands for a wrapped key that does not unwrap: whoever needs it fails, and nobody else of the same batch does. */
record BrokenDataKey(String what) implements DataKey {

    @Override
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        throw new SealBroken(what);
    }

    @Override
    public byte[] open(byte[] ciphertext, byte[] associatedData) {
        throw new SealBroken(what);
    }
}
