package dev.sealpost.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that it can be said all at once. The same fault is kept once. */
public final class Faults {

    private static final Comparator<ConfigFault> BY_PLACE = Comparator.comparing(
                    ConfigFault::file, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(ConfigFault::line)
            .thenComparingInt(ConfigFault::column);

    private final Set<ConfigFault> found = new LinkedHashSet<>();

    public void add(ConfigFault fault) {
        found.add(fault);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** Whether something was said about this key already. */
    boolean concern(String key) {
        return found.stream().anyMatch(fault -> fault.key().equals(key));
    }

    /** By file, line and column. */
    public List<ConfigFault> all() {
        List<ConfigFault> sorted = new ArrayList<>(found);
        sorted.sort(BY_PLACE);
        return List.copyOf(sorted);
    }

    /** @throws InvalidConfiguration with everything that was found, if anything was */
    public void throwIfAny() {
        if (!none()) {
            throw new InvalidConfiguration(all());
        }
    }
}
