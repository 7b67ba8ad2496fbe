package dev.sealpost.lint;

import dev.sealpost.configuration.ConfigDirectory;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.consent.Purposes;
import dev.sealpost.minimisation.Profiles;
import dev.sealpost.whatsapp.request.Definitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.PropertyResolver;

/** Reads the configuration that flows refer to. */
final class SettingsReader {

    /** Which file names what a parameter of a kamelet refers to; the names are the keys of its only map. */
    private static final Map<String, String> NAMED_IN = Map.of("signedBy", "signers.yml", "connection", "crm.yml");

    private final Path config;
    private final PropertyResolver resolver;

    SettingsReader(Path config, PropertyResolver resolver) {
        this.config = config;
        this.resolver = resolver;
    }

    /** @return not to be used if there are faults */
    Settings read(Faults faults) {
        Map<Class<?>, Object> parsed = new ConfigDirectory(config, Placeholders.of(resolver)).read(faults);
        Map<String, Set<String>> names = new LinkedHashMap<>();
        NAMED_IN.forEach((parameter, file) -> names.put(parameter, names(config.resolve(file))));
        return new Settings(
                (Purposes) parsed.get(Purposes.class),
                (Profiles) parsed.get(Profiles.class),
                (Definitions) parsed.get(Definitions.class),
                names,
                new PropertyPlaceholders(resolver::getProperty));
    }

    /** What is wrong with the file is its own reader's to say. */
    private static Set<String> names(Path file) {
        return Files.exists(file)
                ? new SourceFile(file, ".yml", new Findings())
                        .read().flatMap(Item::block).map(Item.Block::entries).orElse(List.of()).stream()
                                .flatMap(entry -> entry.value().block().stream())
                                .flatMap(block -> block.entries().stream())
                                .map(Item.Entry::key)
                                .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
