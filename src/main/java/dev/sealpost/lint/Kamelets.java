package dev.sealpost.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kamelets of {@code routes/kamelets}. */
record Kamelets(Map<String, KameletDefinition> byName) {

    Optional<KameletDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<KameletDefinition> source(String name) {
        return find(name).filter(KameletDefinition::source);
    }

    Optional<KameletDefinition> step(String name) {
        return StepName.of(name).flatMap(step -> find(name)).filter(kamelet -> !kamelet.source());
    }

    Set<String> sources() {
        return byName.values().stream()
                .filter(KameletDefinition::source)
                .map(KameletDefinition::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> steps() {
        return byName.keySet().stream()
                .filter(name -> StepName.of(name).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
