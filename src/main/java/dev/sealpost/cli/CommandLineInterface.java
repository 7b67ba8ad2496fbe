package dev.sealpost.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The hub's command line. Without a command it serves; what looks like a setting ({@code --name=value}) goes to Spring.
 *
 * <p>Exit codes: 0 done (or serving), 1 findings, 2 wrong usage, 3 something the hub needs is unavailable.
 */
public final class CommandLineInterface {

    private static final Set<String> OWN_OPTIONS = Set.of("--help", "-h", "--version", "-V");

    private final CommandLine commands;

    /**
     * @param hub starts the hub with these settings and returns when it is up, or throws
     * @param parts starts the sandbox's servers; only in sealpost-sandbox.jar, and looked for only when they are to start
     */
    public CommandLineInterface(Hub hub, Supplier<Optional<SandboxParts>> parts) {
        this.commands = new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand(hub))
                .addSubcommand(new PartsCommand(parts))
                .addSubcommand(new FlowsGroup())
                .addSubcommand(new AccessGroup())
                .addSubcommand(new ConsentGroup())
                .addSubcommand(new AuditGroup())
                .addSubcommand(new DeadLettersGroup())
                .addSubcommand(new SendersGroup())
                .addSubcommand(new TemplatesGroup())
                .addSubcommand(new PausesGroup())
                .addSubcommand(new CompletionCommand())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Failures());
        Converters.register(commands);
    }

    CommandLine commands() {
        return commands;
    }

    CommandLineInterface printingTo(PrintWriter out, PrintWriter err) {
        commands.setOut(out).setErr(err);
        return this;
    }

    /** @return the exit code; 0 also while the hub goes on serving */
    public int execute(String... arguments) {
        return commands.execute(startsWithSetting(arguments) ? served(arguments) : arguments);
    }

    private static boolean startsWithSetting(String... arguments) {
        return arguments.length == 0 || arguments[0].startsWith("-") && !OWN_OPTIONS.contains(arguments[0]);
    }

    private static String[] served(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(0, ServeCommand.NAME);
        return all.toArray(String[]::new);
    }
}
