package dev.sealpost.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a scalar is read, and how to say that it cannot be. */
record ScalarType<T>(String problem, List<String> allowed, Function<String, Optional<T>> reader) {

    private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern INTEGER_FORM = Pattern.compile("-?\\d{1,18}");
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    static final ScalarType<Duration> DURATION = new ScalarType<>(
            "is not a duration", List.of("a whole number with its unit: 500ms, 30s, 10m, 24h, 7d"), text -> {
                Matcher form = DURATION_FORM.matcher(text);
                return form.matches()
                        ? Optional.of(duration(Long.parseLong(form.group(1)), form.group(2)))
                        : Optional.empty();
            });

    static final ScalarType<Boolean> FLAG = new ScalarType<>(
            "is neither true nor false", List.of("true", "false"), text -> Optional.ofNullable(FLAGS.get(text)));

    static ScalarType<Integer> integer(int min, int max) {
        return new ScalarType<>(
                "is not a whole number in the range", List.of(min + " to " + max), text -> Optional.of(text)
                        .filter(INTEGER_FORM.asMatchPredicate())
                        .map(Long::parseLong)
                        .filter(number -> number >= min && number <= max)
                        .map(Long::intValue));
    }

    static <E extends Enum<E>> ScalarType<E> enumOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return new ScalarType<>(
                "is not known", constants.stream().map(ScalarType::wireForm).toList(), text -> constants.stream()
                        .filter(constant -> wireForm(constant).equals(text))
                        .findFirst());
    }

    /** {@code LEGAL_OBLIGATION} is written {@code legal-obligation}. */
    static String wireForm(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<T> read(String text) {
        return reader.apply(text);
    }

    ConfigFault explain(ConfigFault fault, String text) {
        return fault.allowing(allowed).suggesting(text, allowed);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
