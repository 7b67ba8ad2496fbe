package dev.sealpost.whatsapp;

import java.util.Map;
import java.util.Optional;

/** The templates there are. What is not in here is not sent. */
record Templates(Map<String, Template> byName) {

    Templates {
        byName = Map.copyOf(byName);
    }

    Optional<Template> find(String name) {
        return Optional.ofNullable(name).map(byName::get);
    }
}
