package dev.sealpost.configuration;

import java.util.Optional;
import org.springframework.core.env.PropertyResolver;

/** Resolves {@code ${…}} in the values of configuration files. */
@FunctionalInterface
public interface Placeholders {

    /** The text with every placeholder replaced, or empty if one of them has no value. */
    Optional<String> resolve(String text);

    /** Leaves text as it is. */
    static Placeholders none() {
        return Optional::of;
    }

    static Placeholders of(PropertyResolver settings) {
        return text -> {
            try {
                return Optional.of(settings.resolveRequiredPlaceholders(text));
            } catch (IllegalArgumentException unresolvable) {
                return Optional.empty();
            }
        };
    }
}
