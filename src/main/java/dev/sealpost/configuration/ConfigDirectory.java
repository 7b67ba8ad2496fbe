package dev.sealpost.configuration;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The configuration directory: reads its files, each by its {@link ConfigFormat}. */
public final class ConfigDirectory {

    private final Path directory;
    private final Placeholders placeholders;

    public ConfigDirectory(Path directory, Placeholders placeholders) {
        this.directory = directory;
        this.placeholders = placeholders;
    }

    /** @return what the files say, by type; not to be used if there are faults */
    public Map<Class<?>, Object> read(Faults faults) {
        ConfigFiles files = new ConfigFiles(directory, placeholders, faults);
        Map<Class<?>, Object> parsed = new LinkedHashMap<>();
        formats().forEach(format -> parsed.put(format.type(), files.read(format)));
        return parsed;
    }

    @SuppressWarnings("rawtypes")
    private static List<ConfigFormat<?>> formats() {
        return SpringFactoriesLoader.forDefaultResourceLocation(ConfigFormat.class.getClassLoader())
                .load(ConfigFormat.class)
                .stream()
                .<ConfigFormat<?>>map(format -> format)
                .toList();
    }
}
