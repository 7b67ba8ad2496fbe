package dev.sealpost.cli.flows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.cli.rest.Argument;
import dev.sealpost.cli.rest.InputFile;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.configuration.Spelling;
import dev.sealpost.dryrun.DryRun;
import dev.sealpost.dryrun.DryRunReport;
import dev.sealpost.dryrun.DryRunRequest;
import dev.sealpost.dryrun.SampleConsent;
import dev.sealpost.lint.FlowFiles;
import dev.sealpost.lint.RunCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
            "Exit codes: 0 it would be sent, 1 it would not, or the flow, a policy or a kamelet has findings, 2 wrong usage."
        })
public class FlowsRunCommand implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final long LARGEST_EVENT = 16L << 20;

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
            names = "--outside-window",
            description = "As if the person had not written in the last 24 hours, so that only templates are sent.")
    private boolean outsideWindow;

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
        byte[] sample = Argument.read(
                spec, "--event", () -> InputFile.of(event, LARGEST_EVENT).bytes());
        RunCheck.Result check = Argument.read(spec, "", () -> new RunCheck(routes, config).check(flow));
        return check.inTheWay().isEmpty() ? run(sample, check) : FindingsReport.print(check.inTheWay(), output);
    }

    private int run(byte[] sample, RunCheck.Result check) {
        Optional<DryRunReport> report =
                new DryRun(new DryRunRequest(routes, config, flow, sample, consent, !outsideWindow)).run();
        if (report.isEmpty() && !check.unread().isEmpty()) {
            return FindingsReport.print(check.unread(), output);
        }
        print(report.orElseThrow(() -> wrongUsage(noSuchFlow())));
        if (!check.elsewhere().isEmpty() || !check.unread().isEmpty()) {
            output.err().println("Other flows have findings, with which the hub does not start: see flows check.");
        }
        return Set.of("queued", "recorded").contains(report.get().outcome()) ? 0 : FINDINGS;
    }

    private void print(DryRunReport report) {
        output.print(new ObjectMapper().valueToTree(report), out -> new DryRunText(out).print(report));
    }

    private String noSuchFlow() {
        List<String> known = FlowFiles.known(routes);
        String meant = Spelling.closest(flow, known)
                .map(id -> "; did you mean \"" + id + "\"?")
                .orElse("; there are " + String.join(", ", known) + ", and those of the Java DSL");
        return "There is no flow with the id \"" + flow + "\" in " + routes + meant;
    }

    private ParameterException wrongUsage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
