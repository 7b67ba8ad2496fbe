package dev.sealpost.lint;

import java.util.Set;

/** What may be set on a step beside what it does. */
final class StepSettings {

    private static final Set<String> ALLOWED = Set.of("id", "description", "note");

    private StepSettings() {}

    static void check(Element element, Findings findings) {
        element.settings().stream()
                .filter(setting -> !ALLOWED.contains(setting.name()))
                .forEach(setting -> findings.add(
                        Rule.STEP_SETTING, setting.at(), "a step does not set \"" + setting.name() + "\""));
    }
}
