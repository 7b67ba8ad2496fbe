package dev.sealpost.lint;

import java.util.Set;
import java.util.regex.Pattern;

/** A flow may log a constant text: nothing that is evaluated, nothing that a setting could turn into that. */
final class LogRules {

    private static final Pattern EVALUATED = Pattern.compile("[$#]\\{|\\$simple|\\{\\{");
    private static final Set<String> ALLOWED =
            Set.of("message", "loggingLevel", "logName", "marker", "id", "description", "note");

    private final Findings findings;

    LogRules(Findings findings) {
        this.findings = findings;
    }

    void check(Element log) {
        for (Setting setting : log.settings()) {
            if (!ALLOWED.contains(setting.name())) {
                findings.add(
                        Rule.STEP_SETTING,
                        setting.at(),
                        "log does not set \"" + setting.name() + "\"",
                        "remove it; allowed are message, loggingLevel, logName and marker");
            } else if (setting.value() == null
                    || EVALUATED.matcher(setting.value()).find()) {
                findings.add(Rule.LOG_CONTENT, setting.valueAt(), "\"" + setting.name() + "\" is not a constant text");
            }
        }
    }
}
