package dev.sealpost.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script for bash and zsh. */
@Command(
        name = "completion",
        description =
                "Prints a script that completes commands and options in bash and zsh, for a command named sealpost.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example (add both lines to ~/.bashrc or ~/.zshrc):",
            "  sealpost() { java -jar /opt/sealpost/sealpost.jar \"$@\"; }",
            "  source <(sealpost completion)"
        })
class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println(AutoComplete.bash("sealpost", spec.root().commandLine()));
        return 0;
    }
}
