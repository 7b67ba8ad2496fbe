package dev.sealpost.cli.flows;

import dev.sealpost.cli.rest.Argument;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.lint.FlowCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with flows: the same check that the hub does at its start. */
@Command(
        name = "check",
        description = "Says what is wrong with flows, as the hub would at its start. Reads files only.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  sealpost flows check",
            "  sealpost flows check routes/flows/order-shipped.camel.yaml",
            "  sealpost flows check routes --config config --json",
            "",
            "Exit codes: 0 nothing is wrong, 1 findings, 2 wrong usage. The rules are described in src/docs/flows.md."
        })
public class FlowsCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "routes",
            description = "A routes directory, a directory of flows, or one flow (default: ${DEFAULT-VALUE}).")
    private Path routes;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description = "The configuration that flows refer to (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        QuietLog.apply();
        return FindingsReport.print(
                Argument.read(spec, "", () -> new FlowCheck(config, Path.of("routes")).check(routes)), output);
    }
}
