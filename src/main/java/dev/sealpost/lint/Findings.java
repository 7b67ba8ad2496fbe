package dev.sealpost.lint;

import dev.sealpost.configuration.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, each thing once. */
final class Findings {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::file).thenComparingInt(Finding::line).thenComparingInt(Finding::column);

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(Rule rule, Place at, String message) {
        add(rule, at, message, rule.fix());
    }

    void add(Rule rule, Place at, String message, String fix) {
        found.add(Finding.of(rule, at, Printable.line(message), Printable.line(fix)));
    }

    void addAll(Collection<Finding> findings) {
        found.addAll(findings);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** By file, line and column. */
    List<Finding> all() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(BY_PLACE);
        return List.copyOf(sorted);
    }
}
