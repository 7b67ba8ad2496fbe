package dev.sealpost.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** An {@code application.yml} that is not YAML. Spring says what is wrong but not in which file. */
class BrokenSettingsFileAnalyzer extends AbstractFailureAnalyzer<YAMLException> {

    private static final List<Path> DIRECTORIES = List.of(Path.of("config"), Path.of(""));

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, YAMLException cause) {
        Faults faults = new Faults();
        files().forEach(file -> failure(file).ifPresent(failure -> faults.add(fault(file.toString(), failure))));
        if (faults.none()) {
            faults.add(fault(null, cause));
        }
        return new InvalidConfigurationAnalyzer().analyze(rootFailure, new InvalidConfiguration(faults.all()));
    }

    private static ConfigFault fault(String file, YAMLException failure) {
        return failure instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? ConfigFault.at(
                        file,
                        marked.getProblemMark().getLine() + 1,
                        marked.getProblemMark().getColumn() + 1,
                        "",
                        "is not valid YAML: " + Printable.text(marked.getProblem()))
                : ConfigFault.in(file, "", "is not valid YAML");
    }

    private static List<Path> files() {
        return DIRECTORIES.stream().flatMap(BrokenSettingsFileAnalyzer::files).toList();
    }

    private static Stream<Path> files(Path directory) {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(directory, "application*.{yml,yaml}")) {
            found.forEach(files::add);
        } catch (IOException noSuchDirectory) {
            return Stream.empty();
        }
        return files.stream();
    }

    private static Optional<YAMLException> failure(Path file) {
        try {
            new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
            return Optional.empty();
        } catch (YAMLException failure) {
            return Optional.of(failure);
        } catch (IOException | RuntimeException other) {
            return Optional.empty();
        }
    }
}
