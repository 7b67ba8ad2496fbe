package dev.sealpost;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.springframework.boot.SpringApplication;

/**
 * The sandbox's way into the start of the hub, and all the hub knows of it. The production jar contains no implementation.
 */
public interface SandboxHook {
    static Optional<SandboxHook> find() {
        return ServiceLoader.load(SandboxHook.class).findFirst();
    }

    /**
     * Lets the application, if its profile {@code sandbox} is active, start the sandbox's servers before its context and stop
     * them after it.
     */
    void attach(SpringApplication application);

    /**
     * The command {@code parts}: starts the servers in this process and returns when they are up; they run until the process
     * is told to end.
     *
     * @param settings such as {@code --sealpost.sandbox.kafka-port=0}
     * @return the exit code: 0 they are up, 2 wrong settings, 3 one of them cannot start; why is printed
     */
    int runParts(List<String> settings);
}
