package dev.sealpost.signature;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The business systems that sign their events. */
public record Signers(Map<String, Signer> byName) {

    public Signers {
        byName = Map.copyOf(byName);
    }

    public Optional<Signer> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
