package dev.sealpost.dryrun;

import org.apache.camel.spi.PropertiesSource;
import org.springframework.core.env.PropertyResolver;

/** The hub's settings as Camel asks for them. */
final class EnvironmentSource implements PropertiesSource {

    private final PropertyResolver settings;

    EnvironmentSource(PropertyResolver settings) {
        this.settings = settings;
    }

    @Override
    public String getName() {
        return "settings";
    }

    @Override
    public String getProperty(String name) {
        return settings.getProperty(name);
    }
}
