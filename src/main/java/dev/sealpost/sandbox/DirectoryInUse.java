package dev.sealpost.sandbox;

import java.nio.file.Path;

/** Another process runs the sandbox's servers on this directory. */
public final class DirectoryInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DirectoryInUse(Path directory) {
        super("Another process runs the sandbox's servers on %s: stop it, or set sealpost.sandbox.directory to"
                        .formatted(directory.toAbsolutePath())
                + " another");
    }
}
