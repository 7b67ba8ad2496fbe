package dev.sealpost.cli.flows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.dryrun.DryRun;
import dev.sealpost.dryrun.DryRunReport;
import dev.sealpost.dryrun.DryRunRequest;
import dev.sealpost.dryrun.SampleConsent;
import dev.sealpost.lint.Finding;
import dev.sealpost.lint.FlowCheck;
import dev.sealpost.lint.FlowFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a sample through a flow and shows each state of it. */
@Command(
        name = "run",
        description = {
            "Runs a sample event through a flow's real steps and shows what each makes of it.",
            "Sends nothing, stores nothing, needs no hub. Shows the sample's own values."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  sealpost flows run order-shipped --event order.json",
            "  sealpost flows run order-shipped --event order.json --consent none",
            "",
            "Exit codes: 0 it would be sent, 1 it would not or the flow has findings, 2 wrong usage."
        })
public class FlowsRunCommand implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final long LARGEST_EVENT = 16L * 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FLOW", description = "The id of a flow.")
    private String flow;

    @Option(names = "--event", required = true, paramLabel = "FILE", description = "The sample: a JSON event.")
    private Path event;

    @Option(
            names = "--consent",
            paramLabel = "STATE",
            defaultValue = "granted",
            description = "Where the person stands: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            completionCandidates = ConsentWords.class,
            converter = ConsentWords.class)
    private SampleConsent consent;

    @Option(
            names = "--routes",
            paramLabel = "DIR",
            defaultValue = "routes",
            description = "The routes directory (default: ${DEFAULT-VALUE}).")
    private Path routes;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description = "The configuration directory (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        QuietLog.apply();
        byte[] sample = sample();
        List<Finding> findings = findings();
        if (!findings.isEmpty()) {
            output.print(new ObjectMapper().valueToTree(Map.of("findings", findings)), out -> new FindingsReport(out)
                    .print(findings));
            return FINDINGS;
        }
        DryRunReport report = new DryRun(new DryRunRequest(routes, config, flow, sample, consent))
                .run()
                .orElseThrow(() -> wrongUsage("There is no flow \"" + flow + "\" in " + routes));
        output.print(new ObjectMapper().valueToTree(report), out -> new DryRunText(out).print(report));
        return Set.of("queued", "recorded").contains(report.outcome()) ? 0 : FINDINGS;
    }

    /** A flow that would not start is not run; a flow of the Java DSL is checked by the hub. */
    private List<Finding> findings() {
        try {
            Path checked = FlowFiles.find(routes, flow).orElse(routes);
            return new FlowCheck(config, routes).check(checked);
        } catch (IllegalArgumentException nothingToCheck) {
            throw wrongUsage(nothingToCheck.getMessage());
        }
    }

    private byte[] sample() {
        try {
            if (Files.size(event) > LARGEST_EVENT) {
                throw wrongUsage(event + " is too large for an event");
            }
            return Files.readAllBytes(event);
        } catch (IOException unreadable) {
            throw wrongUsage(event + " cannot be read");
        }
    }

    private ParameterException wrongUsage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
