package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.Argument;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubOptions;
import dev.sealpost.cli.rest.HubRefusal;
import dev.sealpost.cli.rest.HubUnavailable;
import dev.sealpost.cli.rest.InputFile;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.cli.rest.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records consents out of a CSV file. */
@Command(
        name = "import",
        description = {
            "Records consents that were proven elsewhere, out of a CSV file of any size. Running it again changes nothing that was recorded.",
            "The first row names the columns: phone, purpose and status (granted, requested, withdrawn), and for evidence source, notice,"
                    + " wording, at, proof, confirmed_at, confirmed_proof, expires_at.",
            "Rows that are refused are listed in FILE.rejected.csv: row, line, column, reason; never what is in a cell."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 every row is recorded, 1 some were refused, 2 the file or the call is wrong, 3 the hub went away: run it again.",
            "",
            "Examples:",
            "  sealpost consent import optins.csv",
            "  sealpost consent import export.csv --delimiter ';' --encoding windows-1252"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final int FINDINGS = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubOptions hub;

    @Mixin
    private OutputOptions output;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description =
                    "What parts the cells. Without it: a comma, a semicolon or a tab, whichever the first row has.")
    private Character delimiter;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description = "Of a file without byte order mark. Default: ${DEFAULT-VALUE}")
    private Charset encoding;

    @Override
    public Integer call() throws IOException {
        HubClient client = hub.connect();
        Argument.read(spec, "", () -> InputFile.of(file));
        try (RejectedRows rejected = RejectedRows.beside(file)) {
            ImportRun run = new ImportRun(client, rejected);
            read(run);
            print(run, rejected);
            return rejected.rows() == 0 ? 0 : FINDINGS;
        }
    }

    private void read(ImportRun run) throws IOException {
        Progress progress = new Progress(output.err());
        try (CountingStream bytes = new CountingStream(Files.newInputStream(file));
                CsvFile csv = new CsvFile(bytes, encoding, delimiter)) {
            run.run(csv, progress, bytes::count, Files.size(file));
        } catch (HubUnavailable | HubRefusal stopped) {
            output.err()
                    .println("Stopped; %s done. Run it again: what is recorded stays as it is."
                            .formatted(ImportRun.counted(run.rows())));
            throw stopped;
        } catch (CsvTooBroken broken) {
            throw new ParameterException(spec.commandLine(), file + ": " + broken.getMessage(), broken);
        } finally {
            progress.end();
        }
    }

    private void print(ImportRun run, RejectedRows rejected) {
        ObjectNode result = new ObjectMapper()
                .createObjectNode()
                .put("file", file.toString())
                .put("rows", run.rows())
                .put("recorded", run.recorded())
                .put("unchanged", run.unchanged())
                .put("refused", run.refused())
                .put("report", rejected.report().map(Path::toString).orElse(null));
        output.print(result, out -> show(run, rejected, out));
    }

    private void show(ImportRun run, RejectedRows rejected, PrintWriter out) {
        out.println("%s: %,d recorded, %,d unchanged, %,d refused"
                .formatted(ImportRun.counted(run.rows()), run.recorded(), run.unchanged(), run.refused()));
        if (run.recorded() == 0) {
            out.println("Nothing changed.");
        }
        rejected.report().ifPresent(report -> out.println("Which rows were refused, and why: " + report));
    }
}
