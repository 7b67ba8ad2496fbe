package dev.sealpost.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of the configuration directory. */
final class ConfigFiles {

    private final Path directory;
    private final Placeholders placeholders;
    private final Faults faults;

    ConfigFiles(Path directory, Placeholders placeholders, Faults faults) {
        this.directory = directory;
        this.placeholders = placeholders;
        this.faults = faults;
    }

    /** @return what the file says; not to be used if there are faults */
    <T> T read(ConfigFormat<T> format) {
        Path file = directory.resolve(format.file());
        Optional<T> withoutFile = format.withoutFile();
        if (withoutFile.isPresent() && Files.notExists(file)) {
            return withoutFile.get();
        }
        YamlNode root = text(file)
                .map(text -> YamlDocument.read(name(file), text, placeholders, faults))
                .orElseGet(() -> new YamlNode(new YamlSource(name(file), placeholders, faults), "", null));
        return format.parse(root, faults);
    }

    private Optional<String> text(Path file) {
        String problem;
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= 4L * YamlLimits.CHARACTERS) {
                return Optional.of(Files.readString(file));
            }
            problem = Files.exists(file)
                    ? "is not a file of at most " + YamlLimits.CHARACTERS + " characters"
                    : "is missing";
        } catch (CharacterCodingException binary) {
            problem = "is not UTF-8 text";
        } catch (IOException unreadable) {
            problem = "cannot be read";
        }
        faults.add(ConfigFault.in(name(file), "", problem)
                .advising("looked for it at " + file.toAbsolutePath().normalize()
                        + "; sealpost.config-directory says where"));
        return Optional.empty();
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
