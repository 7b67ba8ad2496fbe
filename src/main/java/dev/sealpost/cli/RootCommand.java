package dev.sealpost.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is printed when no command, or none that exists, is given. */
@Command(
        name = "sealpost",
        description =
                "A messaging integration hub that can prove consent, minimisation, sealing and audit for every message.",
        synopsisSubcommandLabel = "[COMMAND] [--setting=value...]",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 ok, 1 findings, 2 wrong usage, 3 unavailable. Settings are described in src/docs/configuration.md."
        })
class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
