package dev.sealpost.cli;

import dev.sealpost.configuration.Spelling;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was not understood, what may have been meant, and how the command is used; briefly, so that the first line stays in sight. */
class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(problem.getMessage());
        if (problem instanceof UnmatchedArgumentException unmatched) {
            suggestion(unmatched).ifPresent(meant -> err.println("Did you mean: " + meant + "?"));
        }
        usage(command, err);
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Where a command is to be chosen, all of them. */
    private static void usage(CommandLine command, PrintWriter err) {
        if (!command.getSubcommands().isEmpty()) {
            command.usage(err);
            return;
        }
        CommandLine.Help help = command.getHelp();
        err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
    }

    /** Only the nearest: picocli's own suggestions take in words that merely share letters. */
    private static Optional<String> suggestion(UnmatchedArgumentException problem) {
        String word = problem.getUnmatched().get(0);
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        return word.startsWith("-")
                ? Spelling.closest(word, command.optionsMap().keySet())
                : Spelling.closest(word, command.subcommands().keySet())
                        .map(meant -> command.qualifiedName() + " " + meant);
    }
}
