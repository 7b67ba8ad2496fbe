package dev.sealpost.lint;

import dev.sealpost.configuration.Spelling;
import dev.sealpost.message.FieldPath;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engineer probably meant, as a fix. */
final class Meant {

    /** How other engines and Camel's languages write a field: {@code customer.phone}, {@code ${body.customer.phone}}. */
    private static final Pattern FIELD = Pattern.compile("(?:\\$\\{)?(?:body\\.)?\\.?([^{}]+)}?");

    private Meant() {}

    /** A guess, or what there is. */
    static String among(Collection<String> known, String word, Rule rule) {
        return Spelling.closest(word, known)
                .map(closest -> "did you mean \"" + closest + "\"?")
                .orElse(rule.fix() + all(known));
    }

    /** A guess, or the rule's own fix, which lists them. */
    static String oneOf(Collection<String> known, String word, Rule rule) {
        return Spelling.closest(word, known)
                .map(closest -> "did you mean \"" + closest + "\"?")
                .orElse(rule.fix());
    }

    private static String all(Collection<String> known) {
        String names = String.join(", ", known.stream().sorted().toList());
        return switch (known.size()) {
            case 0 -> "";
            case 1 -> "; there is " + names;
            default -> "; there are " + names;
        };
    }

    /** For a uri without its scheme, {@code seal}. */
    static Optional<String> kamelet(String uri, Collection<String> known) {
        return Spelling.closest(uri, known).map(name -> "did you mean \"kamelet:" + name + "\"?");
    }

    static Optional<String> path(String value) {
        Matcher field = FIELD.matcher(value.strip());
        return field.matches() && isPath("$." + field.group(1))
                ? Optional.of("did you mean \"$." + field.group(1) + "\"?")
                : Optional.empty();
    }

    static boolean isPath(String value) {
        try {
            return FieldPath.of(value) != null;
        } catch (IllegalArgumentException notAPath) {
            return false;
        }
    }
}
