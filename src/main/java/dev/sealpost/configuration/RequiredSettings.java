package dev.sealpost.configuration;

import java.util.Optional;
import org.springframework.core.env.Environment;

/** Settings as rules look at them: what they are in the end, and what is wrong with them. */
final class RequiredSettings {

    private final Environment environment;
    private final GivenSettings given;
    private final Faults faults;

    RequiredSettings(Environment environment, GivenSettings given, Faults faults) {
        this.environment = environment;
        this.given = given;
        this.faults = faults;
    }

    /** Empty if it is not given, or blank. */
    Optional<String> value(String name) {
        return given.find(name)
                .flatMap(setting -> Placeholders.of(environment).resolve(setting.raw()))
                .filter(text -> !text.isBlank());
    }

    void require(String name) {
        if (value(name).isEmpty()) {
            faults.add(Missing.setting(name));
        }
    }

    /** @param why what needs it */
    void require(String name, String why) {
        if (value(name).isEmpty()) {
            faults.add(Missing.setting(name).saying("is missing; " + why));
        }
    }

    void refuse(String name, String problem) {
        ConfigFault fault = given.find(name)
                .map(setting -> setting.fault(problem).showing(setting.raw()))
                .orElseGet(() -> ConfigFault.in(null, name, problem));
        faults.add(fault.advising("set it as the environment variable " + SettingNames.variable(name)));
    }
}
