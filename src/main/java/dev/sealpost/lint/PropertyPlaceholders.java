package dev.sealpost.lint;

import dev.sealpost.configuration.SecretNames;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves Camel's <code>{{…}}</code>: a setting, with or without a default, or an environment variable. */
final class PropertyPlaceholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NAME = Pattern.compile("(env:|sys:)?[A-Za-z0-9_.\\-\\[\\]]+");
    /** Camel's functions stand before a colon, as a setting's name before its default: {@code bean:} calls a method of any bean. */
    private static final Pattern FUNCTION =
            Pattern.compile("\\{\\{[\\s?!]*(?!(?:env|sys):)(?:[a-z-]+|service\\.[a-z]+)\\s*:");

    private final UnaryOperator<String> settings;

    /** @param settings answers null for a setting that nobody gives */
    PropertyPlaceholders(UnaryOperator<String> settings) {
        this.settings = settings;
    }

    static boolean isIn(String text) {
        return text.contains("{{");
    }

    /** Whether it holds <code>{{bean:…}}</code> or another of Camel's functions; env: and sys: only read. */
    static boolean callsIn(String text) {
        return FUNCTION.matcher(text).find();
    }

    /** The text with every placeholder replaced, or empty if one of them has no value, or one that no flow may have: a secret. */
    Optional<String> resolve(String text) {
        if (callsIn(text)) {
            return Optional.empty();
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            Optional<String> value = value(matcher.group(1).strip());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value.get()));
        }
        matcher.appendTail(resolved);
        return isIn(resolved.toString()) ? Optional.empty() : Optional.of(resolved.toString());
    }

    private Optional<String> value(String placeholder) {
        int prefix = placeholder.startsWith("env:") || placeholder.startsWith("sys:") ? "env:".length() : 0;
        int colon = placeholder.indexOf(':', prefix);
        String name = colon < 0 ? placeholder : placeholder.substring(0, colon);
        if (!NAME.matcher(name).matches() || SecretNames.isSecret(name)) {
            return Optional.empty();
        }
        return Optional.ofNullable(settings.apply(name.substring(prefix)))
                .or(() -> colon < 0 ? Optional.empty() : Optional.of(placeholder.substring(colon + 1)));
    }
}
