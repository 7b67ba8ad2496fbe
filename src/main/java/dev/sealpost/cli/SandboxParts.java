package dev.sealpost.cli;

import java.util.List;

/** Runs the sandbox's servers in a process of their own. Only sealpost-sandbox.jar has them. */
@FunctionalInterface
public interface SandboxParts {

    /**
     * Returns when the servers are up; they go on until the process is ended.
     *
     * @param settings {@code --sealpost.sandbox.…=value}
     * @return the exit code
     */
    int run(List<String> settings);
}
