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

    private final UnaryOperator<String> settings;

    /** @param settings answers null for a setting that nobody gives */
    PropertyPlaceholders(UnaryOperator<String> settings) {
        this.settings = settings;
    }

    static boolean isIn(String text) {
        return text.contains("{{");
    }

    /** The text with every placeholder replaced, or empty if one of them has no value, or one that no flow may have: a secret. */
    Optional<String> resolve(String text) {
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
