package dev.sealpost.cli.rest;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Finds the API key: in the file that was named, else in {@value #VARIABLE}, else in the sandbox's own file, and that only for a hub on
 * this machine. A key is never an argument: those are in the shell's history and in everybody's list of processes.
 */
final class ApiKeySource {
    static final String VARIABLE = "SEALPOST_API_KEY";
    static final Path SANDBOX = Path.of("data", "sandbox", "credentials");
    private static final long LARGEST_FILE = 16_384;
    private static final String PROPERTY = "api.key";

    private final UnaryOperator<String> environment;
    private final Path sandbox;

    ApiKeySource() {
        this(System::getenv, SANDBOX);
    }

    ApiKeySource(UnaryOperator<String> environment, Path sandbox) {
        this.environment = environment;
        this.sandbox = sandbox;
    }

    /**
     * @param named the file of {@code --key-file}, or null
     * @throws IllegalArgumentException if a file that was named has no key in it
     */
    Optional<ApiKey> find(Path named, HubAddress hub) {
        if (named != null) {
            return Optional.of(read(named));
        }
        String variable = environment.apply(VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return Optional.of(ApiKey.of(variable.strip(), "the environment variable " + VARIABLE));
        }
        return hub.isThisMachine() && Files.isReadable(sandbox) ? Optional.of(read(sandbox)) : Optional.empty();
    }

    private static ApiKey read(Path file) {
        try {
            byte[] content = InputFile.of(file, LARGEST_FILE).bytes();
            return ApiKey.of(key(new String(content, StandardCharsets.UTF_8)), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
    }

    /** A file holds the key alone, or properties as the sandbox's does. */
    private static String key(String text) throws IOException {
        List<String> lines = text.strip().lines().toList();
        if (lines.size() == 1 && !lines.get(0).contains("=")) {
            return lines.get(0).strip();
        }
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties.getProperty(PROPERTY, "").strip();
    }
}
