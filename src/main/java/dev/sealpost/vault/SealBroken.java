package dev.sealpost.vault;

/** A ciphertext did not open: it was altered, swapped, or its key is gone. Says nothing about the content. */
public class SealBroken extends RuntimeException {

    public SealBroken(String what) {
        super(what);
    }
}
