package dev.sealpost.sandbox.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Where the cluster lives. A first start that is killed leaves half a cluster that no PostgreSQL starts on; the mark
 * {@code initialised}, written when the first start was through, tells it from one that holds data.
 */
record DataDirectory(Path home) {
    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    /** Deletes half a cluster and the process number a crash left. For when no server runs. */
    void clearLeftOvers() throws IOException {
        if (!Files.exists(mark())) {
            FileSystemUtils.deleteRecursively(data());
        }
        Files.deleteIfExists(Postmaster.pidFile(data()));
    }

    void markInitialised() throws IOException {
        if (!Files.exists(mark())) {
            Files.createFile(mark());
        }
    }

    private Path mark() {
        return home.resolve("initialised");
    }
}
