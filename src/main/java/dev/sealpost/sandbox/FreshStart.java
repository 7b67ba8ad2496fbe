package dev.sealpost.sandbox;

import dev.sealpost.sandbox.postgres.PostgresPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Empties the directory of a sandbox. Nothing outside it is touched: symbolic links in it are removed, not followed. The
 * caller holds the directory's lock, which stays.
 */
final class FreshStart {
    private FreshStart() {}

    /** @throws IOException if the directory holds things but no sandbox, so that a wrong path deletes nothing */
    static void empty(Path directory) throws IOException {
        Path lock = DirectoryLock.file(directory);
        Path mark = SandboxCredentials.file(directory);
        List<Path> entries;
        try (var all = Files.list(directory)) {
            entries = all.filter(entry -> !entry.equals(lock)).toList();
        }
        if (!entries.isEmpty() && !entries.contains(mark)) {
            throw new IOException(
                    "%s is not a sandbox's directory (there are no credentials in it), so it is not emptied:"
                                    .formatted(directory.toAbsolutePath())
                            + " set sealpost.sandbox.directory rightly, or leave out sealpost.sandbox.fresh");
        }
        PostgresPart.stopAbandoned(directory.resolve(SandboxParts.POSTGRES));
        delete(entries.stream().filter(entry -> !entry.equals(mark)).toList());
        Files.deleteIfExists(mark);
    }

    private static void delete(List<Path> entries) throws IOException {
        for (Path entry : entries) {
            FileSystemUtils.deleteRecursively(entry);
        }
    }
}
