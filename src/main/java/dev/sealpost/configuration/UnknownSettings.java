package dev.sealpost.configuration;

import java.util.Optional;
import java.util.function.Predicate;

/** Finds settings that do not exist: most likely misspelt, and so without the effect that was meant. */
final class UnknownSettings {

    private final SettingNames names;
    private final Predicate<String> isInThisJar;
    private final Faults faults;

    UnknownSettings(SettingNames names, Predicate<String> isInThisJar, Faults faults) {
        this.names = names;
        this.isInThisJar = isInThisJar;
        this.faults = faults;
    }

    void check(GivenSetting given) {
        Optional<String> known = given.variable()
                .map(names::findVariable)
                .orElseGet(() -> names.find(given.property().getName()));
        if (known.isEmpty()) {
            faults.add(unknown(given));
        } else if (!isInThisJar.test(known.get())) {
            faults.add(given.fault("is a setting of the sandbox, which this jar does not contain")
                    .advising("remove it, or run sealpost-sandbox.jar"));
        }
    }

    private ConfigFault unknown(GivenSetting given) {
        ConfigFault fault = given.fault("is not a setting of the hub");
        return given.variable()
                .map(variable -> fault.suggesting(variable, names.variables()))
                .orElseGet(() -> fault.suggesting(given.name(), names.all()));
    }
}
