package dev.sealpost.configuration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The settings there are, in the forms in which Spring accepts their names. */
final class SettingNames {

    private final SettingsMetadata metadata;
    private final Map<ConfigurationPropertyName, String> names = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    SettingNames(SettingsMetadata metadata) {
        this.metadata = metadata;
        metadata.names().forEach(name -> {
            names.put(ConfigurationPropertyName.of(name), name);
            variables.put(variable(name), name);
            variables.put(variable(name.replace("-", "")), name);
        });
    }

    /** {@code SEALPOST_WHATSAPP_APP_SECRET} for {@code sealpost.whatsapp.app-secret}. */
    static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting that such a name gives, itself or an element of it. */
    Optional<String> find(ConfigurationPropertyName given) {
        String name = names.get(given);
        if (name != null || given.getNumberOfElements() <= 1) {
            return Optional.ofNullable(name);
        }
        return find(given.getParent()).filter(metadata::isCollection);
    }

    Optional<String> findVariable(String given) {
        String upper = given.toUpperCase(Locale.ROOT);
        String name = variables.get(upper);
        return name != null
                ? Optional.of(name)
                : Optional.ofNullable(variables.get(upper.replaceFirst("_\\d+_?$", "")))
                        .filter(metadata::isCollection);
    }

    Collection<String> variables() {
        return metadata.names().stream().map(SettingNames::variable).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> all() {
        return metadata.names();
    }
}
