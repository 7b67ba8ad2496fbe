package dev.sealpost.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code parts}: the sandbox's servers in a process of their own, so that a hub can be killed beside them. Settings come from
 * the command line and the environment, not from configuration files.
 */
final class PartsCommand {
    private static final int UP = 0;
    private static final int WRONG_USAGE = 2;
    private static final int UNAVAILABLE = 3;
    private static final Set<String> SETTINGS = Arrays.stream(SandboxSettings.class.getRecordComponents())
            .map(component -> SandboxSettings.PREFIX + "." + DataObjectPropertyName.toDashedForm(component.getName()))
            .collect(Collectors.toUnmodifiableSet());

    private final PrintStream out;
    private final PrintStream err;

    PartsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** For {@code java -cp … dev.sealpost.sandbox.PartsCommand}. */
    public static void main(String[] args) {
        int exitCode = new PartsCommand(Console.out(), System.err).run(List.of(args));
        if (exitCode != UP) {
            System.exit(exitCode);
        }
    }

    int run(List<String> arguments) {
        List<String> unknown = unknown(arguments);
        if (!unknown.isEmpty()) {
            return wrongUsage("Not a setting of parts: %s. Settings are %s"
                    .formatted(
                            String.join(", ", unknown),
                            SETTINGS.stream().sorted().toList()));
        }
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        try {
            SandboxSettings settings = SandboxSettings.of(environment);
            QuietLog.apply(environment);
            return start(settings);
        } catch (BindException e) {
            return wrongUsage("%s: %s"
                    .formatted(
                            e.getName(),
                            NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
    }

    private int start(SandboxSettings settings) {
        try {
            SandboxParts parts = SandboxParts.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts), "sandbox-stop"));
            new StartReport(out).printParts(parts.addresses(), settings);
            return UP;
        } catch (IOException | RuntimeException e) {
            err.println(e.getMessage());
            return UNAVAILABLE;
        }
    }

    private void stop(SandboxParts parts) {
        try {
            parts.close();
        } catch (IOException e) {
            err.println("The sandbox did not stop cleanly: " + e.getMessage());
        }
    }

    private int wrongUsage(String problem) {
        err.println(problem);
        return WRONG_USAGE;
    }

    private static List<String> unknown(List<String> arguments) {
        var given = new DefaultApplicationArguments(arguments.toArray(String[]::new));
        return Stream.concat(given.getOptionNames().stream(), given.getNonOptionArgs().stream())
                .filter(name -> !SETTINGS.contains(name))
                .sorted()
                .toList();
    }
}
