package dev.sealpost.minimisation;

import dev.sealpost.message.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The profiles of {@code config/minimisation.yml}. An event without one cannot be minimised. */
public final class Profiles {

    private final Map<String, Profile> byName;

    Profiles(Map<String, Profile> byName) {
        this.byName = Map.copyOf(byName);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** The names of the fields that a profile lets leave; empty for an unknown profile. */
    public Set<String> fieldsOf(String profile) {
        return find(profile).map(Profile::fields).orElse(List.of()).stream()
                .map(FieldRule::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where in the event each field of a profile is taken from, by the field's name; empty for an unknown profile. */
    public Map<String, FieldPath> sourcesOf(String profile) {
        return find(profile).map(Profile::fields).orElse(List.of()).stream()
                .collect(Collectors.toUnmodifiableMap(FieldRule::name, FieldRule::from));
    }

    Optional<Profile> find(String name) {
        return Optional.ofNullable(name).map(byName::get);
    }
}
