package dev.sealpost.signature;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A business system that signs its events, as {@code config/signers.yml} describes it. */
public final class Signer {

    private final String name;
    private final SignaturePlace place;
    private final List<SignerKey> keys;

    Signer(String name, SignaturePlace place, List<SignerKey> keys) {
        this.name = name;
        this.place = place;
        this.keys = List.copyOf(keys);
    }

    public String name() {
        return name;
    }

    /** The header its signatures come in; empty if they are in the events. */
    public Optional<String> header() {
        return place instanceof SignaturePlace.Header header ? Optional.of(header.name()) : Optional.empty();
    }

    SignaturePlace place() {
        return place;
    }

    List<SignerKey> keysOn(LocalDate day) {
        return keys.stream().filter(key -> key.isValidOn(day)).toList();
    }

    @Override
    public String toString() {
        return "Signer[" + name + "]";
    }
}
