package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.Argument;
import dev.sealpost.cli.rest.HubOptions;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.cli.rest.SignedFile;
import dev.sealpost.cli.rest.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.erdtman.jcs.JsonCanonicalizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Issues a receipt. */
@Command(
        name = "receipt",
        description = "Issues a signed receipt for where a person stands on a purpose. That it was issued is audited.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without --phone and --phone-file it asks for the number, or reads it from the input. Who has the hub's public key",
            "(GET /api/signing-key) checks it with:",
            "  openssl dgst -sha256 -verify hub.pem -signature FILE.sig FILE",
            "",
            "Example:",
            "  sealpost consent receipt --purpose order-updates --out receipt.json"
        })
public final class ReceiptCommand implements Callable<Integer> {
    private static final List<String> SHOWN =
            List.of("receiptId", "issuedAt", "subject", "lawfulBasis", "status", "at", "notice", "withdrawal");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubOptions hub;

    @Mixin
    private OutputOptions output;

    @Mixin
    private PhoneOptions phone;

    @Option(names = "--purpose", paramLabel = "PURPOSE", required = true, description = "On this purpose.")
    private String purpose;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes the receipt to FILE, which must not be there yet, and the signature to FILE.sig.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        SignedFile file = out == null ? null : Argument.read(spec, "--out", () -> new SignedFile(out));
        ObjectNode asked = new ObjectMapper().createObjectNode();
        asked.put("phone", phone.read()).put("purpose", purpose);
        JsonNode issued = hub.connect().post("/api/consents/receipt", asked);
        if (file != null) {
            Files.write(file.unfinished(), canonical(issued.path("receipt")));
            file.complete(issued.path("signature"));
        }
        output.print(issued, people -> show(issued.path("receipt"), people));
        return 0;
    }

    /** The bytes that are signed (RFC 8785). */
    private static byte[] canonical(JsonNode receipt) throws IOException {
        return new JsonCanonicalizer(receipt.toString()).getEncodedUTF8();
    }

    private static void show(JsonNode receipt, PrintWriter people) {
        people.printf("%-12s %s%n", "purpose", text(receipt.path("purpose").path("id")));
        people.printf(
                "%-12s %s%n", "controller", text(receipt.path("controller").path("name")));
        SHOWN.stream()
                .filter(receipt::has)
                .forEach(field -> people.printf("%-12s %s%n", field, text(receipt.path(field))));
    }

    private static String text(JsonNode value) {
        return Terminal.line(value.asText());
    }
}
