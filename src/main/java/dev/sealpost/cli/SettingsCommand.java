package dev.sealpost.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command whose arguments are settings, which Spring takes as they are. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class SettingsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> arguments;

    abstract int run(List<String> settings);

    @Override
    public final Integer call() {
        List<String> settings = arguments == null ? List.of() : List.copyOf(arguments);
        for (String setting : settings) {
            if (!setting.startsWith("--")) {
                throw wrongUsage("'%s' is not a setting; write --name=value".formatted(setting));
            }
        }
        return run(settings);
    }

    /** Spring would silently ignore what is not a setting. */
    final ParameterException wrongUsage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
