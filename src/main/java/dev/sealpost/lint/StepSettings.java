package dev.sealpost.lint;

import java.util.Set;

/** What may be set on a step beside what it does. */
final class StepSettings {

    private static final Set<String> ALLOWED = Set.of("id", "description", "note");

    private StepSettings() {}

    static void check(Element element, Findings findings) {
        for (Setting setting : element.settings()) {
            if (!ALLOWED.contains(setting.name())) {
                findings.add(Rule.STEP_SETTING, setting.at(), "a step does not set \"" + setting.name() + "\"");
            } else if (PropertyPlaceholders.isIn(setting.text())) {
                findings.add(Rule.STEP_SETTING, setting.valueAt(), "\"" + setting.name() + "\" has a placeholder");
            }
        }
    }
}
