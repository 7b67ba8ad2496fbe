package dev.sealpost.sandbox.mail;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A mail's flags that are worth keeping: those of RFC 3501 but {@code \Recent}. */
record KeptFlags(Set<String> names) {

    private static final Map<String, Flag> KNOWN = Map.of(
            "answered", Flag.ANSWERED,
            "deleted", Flag.DELETED,
            "draft", Flag.DRAFT,
            "flagged", Flag.FLAGGED,
            "seen", Flag.SEEN);

    static KeptFlags of(Flags flags) {
        return new KeptFlags(KNOWN.entrySet().stream()
                .filter(known -> flags.contains(known.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    Flags flags() {
        Flags flags = new Flags();
        names.forEach(name -> flags.add(KNOWN.get(name)));
        return flags;
    }
}
