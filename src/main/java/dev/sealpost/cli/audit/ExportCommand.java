package dev.sealpost.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.Argument;
import dev.sealpost.cli.rest.HubOptions;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.cli.rest.SignedFile;
import dev.sealpost.cli.rest.Terminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exports entries of the log with the hub's signature. */
@Command(
        name = "export",
        description =
                "Writes entries of the audit log to a file, JSON Lines, and the hub's signature over it to FILE.sig.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Who has the hub's public key (GET /api/signing-key) checks it with:",
            "  openssl dgst -sha256 -verify hub.pem -signature FILE.sig FILE",
            "",
            "Exit code 3: it broke off, and there is no file.",
            "",
            "Example:",
            "  sealpost audit export --out november.jsonl --from 2026-11-01 --to 2026-12-01"
        })
public final class ExportCommand implements Callable<Integer> {
    private static final int BROKEN_OFF = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubOptions hub;

    @Mixin
    private OutputOptions output;

    @Mixin
    private FilterOptions filters;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file, which must not be there yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        SignedFile file = Argument.read(spec, "--out", () -> new SignedFile(out));
        InputStream export = hub.connect().postForStream("/api/audit/export", asked());
        Optional<JsonNode> end = copy(export, file);
        if (end.isEmpty()) {
            Files.deleteIfExists(file.unfinished());
            output.err().println("The export broke off. There is no file; do it again.");
            return BROKEN_OFF;
        }
        file.complete(end.get().path("signature"));
        output.print(end.get(), people -> people.println(told(end.get(), file)));
        return 0;
    }

    private static String told(JsonNode end, SignedFile file) {
        long entries = end.path("entries").asLong();
        return "%d %s in %s, signed in %s by the key %s"
                .formatted(
                        entries,
                        entries == 1 ? "entry" : "entries",
                        file,
                        file.signature(),
                        Terminal.line(end.path("signature").path("keyId").asText()));
    }

    private ObjectNode asked() {
        ObjectNode asked = new ObjectMapper().createObjectNode();
        filters.query().forEach(asked::put);
        return asked;
    }

    private static Optional<JsonNode> copy(InputStream export, SignedFile file) throws IOException {
        try (OutputStream unfinished = new BufferedOutputStream(Files.newOutputStream(file.unfinished()))) {
            return ExportedLines.copy(export, unfinished);
        }
    }
}
