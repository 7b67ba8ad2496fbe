package dev.sealpost.signature;

import java.security.PublicKey;
import java.time.LocalDate;

/**
 * One public key of a signer.
 *
 * @param id names it in the hub: signer and number
 * @param from the first day, UTC, on which events signed with it are taken
 * @param until the last one
 */
record SignerKey(String id, SignatureAlgorithm algorithm, PublicKey key, LocalDate from, LocalDate until) {

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    @Override
    public String toString() {
        return "SignerKey[" + id + ", " + algorithm.jcaName() + "]";
    }
}
