package dev.sealpost.lint;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * The settings as far as files and environment tell: {@code application.yml} and every profile's file. Which profile the hub will run
 * with is not known here, so what any of them sets counts as set.
 */
public final class SettingsFiles {

    private static final String APPLICATION = "application";

    private SettingsFiles() {}

    /** The environment first, then {@code application.yml}, then the profiles' files; a file that cannot be read is a fault. */
    public static ConfigurableEnvironment read(Path config, Faults faults) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        for (Path file : files(config)) {
            load(file, faults).forEach(environment.getPropertySources()::addLast);
        }
        return environment;
    }

    private static List<Path> files(Path config) {
        if (!Files.isDirectory(config)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(config)) {
            return files.filter(file -> file.getFileName().toString().matches(APPLICATION + "(-.+)?\\.ya?ml"))
                    .sorted(Comparator.comparingInt(file -> file.toString().length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PropertySource<?>> load(Path file, Faults faults) {
        try {
            return new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
        } catch (IOException | RuntimeException broken) {
            faults.add(ConfigFault.in(SourceFile.name(file), "", "is not valid YAML"));
            return List.of();
        }
    }
}
