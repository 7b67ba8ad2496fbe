package dev.sealpost.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * {@code target/parts/<process id>}: one directory a JVM, so that two suites do not meet; those of JVMs that are gone are
 * deleted, after a PostgreSQL that such a JVM left running was stopped.
 */
final class SuiteDirectory {
    private static final Path ALL = Path.of("target", "parts").toAbsolutePath();

    private SuiteDirectory() {}

    static Path ofThisJvm() {
        try {
            Files.createDirectories(ALL);
            deleteLeftOvers();
            return Files.createDirectories(
                    ALL.resolve(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteLeftOvers() throws IOException {
        List<Path> leftOvers;
        try (var directories = Files.list(ALL)) {
            leftOvers = directories.filter(SuiteDirectory::isAbandoned).toList();
        }
        for (Path directory : leftOvers) {
            stopPostgres(directory);
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static boolean isAbandoned(Path directory) {
        return ProcessHandle.of(Long.parseLong(directory.getFileName().toString()))
                .isEmpty();
    }

    private static void stopPostgres(Path directory) throws IOException {
        Path data = directory.resolve("postgres").resolve("data");
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("-D " + data))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
