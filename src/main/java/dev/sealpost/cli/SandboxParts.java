package dev.sealpost.cli;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Runs the sandbox's servers in a process of their own. Found by {@link ServiceLoader}; only sealpost-sandbox.jar has one. */
public interface SandboxParts {

    /**
     * Returns when the servers are up; they go on until the process is ended.
     *
     * @param settings {@code --sealpost.sandbox.…=value}
     * @return the exit code
     */
    int run(List<String> settings);

    static Optional<SandboxParts> find() {
        return ServiceLoader.load(SandboxParts.class).findFirst();
    }
}
