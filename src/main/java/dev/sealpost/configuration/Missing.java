package dev.sealpost.configuration;

/** A required setting that nobody gives. */
final class Missing {

    private Missing() {}

    static ConfigFault setting(String name) {
        return ConfigFault.in(null, name, "is missing")
                .advising("set it in application.yml or as the environment variable " + SettingNames.variable(name));
    }
}
