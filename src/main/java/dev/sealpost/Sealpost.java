package dev.sealpost;

import dev.sealpost.cli.CommandLineInterface;
import dev.sealpost.cli.SandboxParts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.env.AbstractEnvironment;

/**
 * The hub. Without {@code spring.profiles.active} it runs the profile {@code sandbox} where the sandbox is on the class path,
 * and {@code production} where it is not.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Sealpost {

    private static final String COMMON_POOL_THREADS = "java.util.concurrent.ForkJoinPool.common.parallelism";
    private static final int FEWEST_COMMON_POOL_THREADS = 2;

    public static void main(String[] args) {
        int exitCode = new CommandLineInterface(Sealpost::start, Sealpost::parts).execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static Optional<SandboxParts> parts() {
        return SandboxHook.find().map(hook -> hook::runParts);
    }

    private static void start(List<String> settings) {
        shareCommonPool();
        Optional<SandboxHook> sandbox = SandboxHook.find();
        var application = new SpringApplication(Sealpost.class);
        String profile = sandbox.isPresent() ? "sandbox" : "production";
        application.setDefaultProperties(Map.of(AbstractEnvironment.DEFAULT_PROFILES_PROPERTY_NAME, profile));
        sandbox.ifPresent(hook -> hook.attach(application));
        application.run(settings.toArray(String[]::new));
    }

    /**
     * On one or two processors {@link java.util.concurrent.CompletableFuture} would start a thread for each asynchronous step, and
     * the JDK's HTTP client takes such a step for each answer.
     */
    private static void shareCommonPool() {
        if (Runtime.getRuntime().availableProcessors() <= FEWEST_COMMON_POOL_THREADS
                && System.getProperty(COMMON_POOL_THREADS) == null) {
            System.setProperty(COMMON_POOL_THREADS, Integer.toString(FEWEST_COMMON_POOL_THREADS));
        }
    }
}
