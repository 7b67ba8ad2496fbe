package dev.sealpost.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** Every setting of the hub that some file, variable or argument gives. */
final class GivenSettings {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(SettingsMetadata.ROOT);

    private final List<ConfigurationPropertySource> sources;

    GivenSettings(ConfigurableEnvironment environment) {
        this.sources = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .toList();
    }

    /** What is given below {@code sealpost}, also where another source overrides it. */
    Stream<GivenSetting> all() {
        return sources.stream()
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .flatMap(source -> source.stream().filter(ROOT::isAncestorOf).map(source::getConfigurationProperty))
                .filter(Objects::nonNull)
                .map(GivenSetting::new);
    }

    /** The one that counts. */
    Optional<GivenSetting> find(String name) {
        ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
        return sources.stream()
                .map(source -> source.getConfigurationProperty(wanted))
                .filter(Objects::nonNull)
                .findFirst()
                .map(GivenSetting::new);
    }
}
