package dev.sealpost.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** A setting that somebody has given, and where. */
record GivenSetting(ConfigurationProperty property) {

    String name() {
        return property.getName().toString();
    }

    /** As given, placeholders and all. */
    String raw() {
        return String.valueOf(property.getValue());
    }

    /** The environment variable it comes from, if it comes from one. */
    Optional<String> variable() {
        return origin() instanceof SystemEnvironmentOrigin environment
                ? Optional.of(environment.getProperty())
                : Optional.empty();
    }

    ConfigFault fault(String problem) {
        if (origin() instanceof TextResourceOrigin text && text.getLocation() != null) {
            TextResourceOrigin.Location at = text.getLocation();
            return ConfigFault.at(file(text.getResource()), at.getLine() + 1, at.getColumn() + 1, name(), problem);
        }
        return ConfigFault.in(sourceName(), name(), problem);
    }

    /** Boot wraps the place in the file in the name of the source. */
    private Origin origin() {
        return property.getOrigin() instanceof PropertySourceOrigin wrapped && wrapped.getOrigin() != null
                ? wrapped.getOrigin()
                : property.getOrigin();
    }

    private String sourceName() {
        Optional<String> variable = variable();
        if (variable.isPresent()) {
            return "environment variable " + variable.get();
        }
        ConfigurationPropertySource source = property.getSource();
        String name = source != null && source.getUnderlyingSource() instanceof PropertySource<?> underlying
                ? underlying.getName()
                : "settings";
        return switch (name) {
            case "commandLineArgs" -> "command line";
            case "systemProperties" -> "system property";
            default -> name;
        };
    }

    private static String file(Resource resource) {
        try {
            if (resource.isFile()) {
                Path file = resource.getFile().toPath().toAbsolutePath().normalize();
                Path here = Path.of("").toAbsolutePath();
                return (file.startsWith(here) ? here.relativize(file) : file)
                        .toString()
                        .replace('\\', '/');
            }
        } catch (IOException notAFile) {
            return resource.getDescription();
        }
        return resource instanceof ClassPathResource packed
                ? "classpath:" + packed.getPath()
                : resource.getDescription();
    }
}
