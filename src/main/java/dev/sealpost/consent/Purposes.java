package dev.sealpost.consent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The purposes there are. What is not in here may not be used. */
public record Purposes(Map<String, Purpose> byId) {

    public Purposes {
        byId = Map.copyOf(byId);
    }

    public Optional<Purpose> find(String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    public Set<String> ids() {
        return byId.keySet();
    }
}
