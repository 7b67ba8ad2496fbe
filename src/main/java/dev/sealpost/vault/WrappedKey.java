package dev.sealpost.vault;

/** A data key as it is stored. @param kekId the key-encryption key it was wrapped with */
record WrappedKey(long kekId, byte[] bytes) {

    @Override
    public String toString() {
        return "WrappedKey[kek=" + kekId + "]";
    }
}
