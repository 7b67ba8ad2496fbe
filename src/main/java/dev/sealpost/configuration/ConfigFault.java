package dev.sealpost.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One thing that is wrong in the configuration: where, what, what is allowed, and what to do about it. The value of a secret
 * (judged by the name of its key) never gets in here.
 *
 * @param file the file, or another source of settings ({@code command line}, {@code environment variable X}); null if unknown
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param key the whole path, {@code purposes.order-updates.opt-in}; empty if it is about the file as a whole
 * @param value as written, shortened and without control characters; null if there is none to show
 */
public record ConfigFault(
        String file,
        int line,
        int column,
        String key,
        String value,
        String problem,
        List<String> allowed,
        String advice) {

    public ConfigFault {
        Objects.requireNonNull(problem, "problem");
        key = key == null ? "" : Printable.text(key);
        value = value == null ? null : SecretNames.isSecret(key) ? SecretNames.MASK : Printable.text(value);
        allowed = List.copyOf(allowed);
        advice = advice == null ? "" : advice;
    }

    public static ConfigFault at(String file, int line, int column, String key, String problem) {
        return new ConfigFault(file, line, column, key, null, problem, List.of(), "");
    }

    public static ConfigFault in(String file, String key, String problem) {
        return at(file, 0, 0, key, problem);
    }

    ConfigFault saying(String what) {
        return new ConfigFault(file, line, column, key, value, what, allowed, advice);
    }

    public ConfigFault showing(String shown) {
        return new ConfigFault(file, line, column, key, shown, problem, allowed, advice);
    }

    public ConfigFault allowing(Collection<String> values) {
        return new ConfigFault(file, line, column, key, value, problem, List.copyOf(values), advice);
    }

    public ConfigFault allowing(String... values) {
        return allowing(List.of(values));
    }

    public ConfigFault advising(String what) {
        return new ConfigFault(file, line, column, key, value, problem, allowed, what);
    }

    /** Advises the known word that comes closest, if one comes close. */
    public ConfigFault suggesting(String word, Collection<String> known) {
        return Spelling.closest(word, known)
                .map(closest -> advising("did you mean \"" + closest + "\"?"))
                .orElse(this);
    }

    /** {@code config/purposes.yml:7:15: purposes.x.opt-in: "tripple" is not known; allowed: none, single; did you mean …?} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (file != null) {
            text.append(file);
            text.append(line > 0 ? ":" + line : "").append(column > 0 ? ":" + column : "");
            text.append(": ");
        }
        text.append(key.isEmpty() ? "" : key + ": ");
        text.append(value == null ? "" : "\"" + value + "\" ").append(problem);
        text.append(allowed.isEmpty() ? "" : "; allowed: " + String.join(", ", allowed));
        return text.append(advice.isEmpty() ? "" : "; " + advice).toString();
    }
}
