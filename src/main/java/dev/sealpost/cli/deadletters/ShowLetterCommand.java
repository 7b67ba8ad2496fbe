package dev.sealpost.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubOptions;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.cli.rest.Terminal;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one dead letter. */
@Command(
        name = "show",
        description =
                "Shows one dead letter; with --reveal also what is in it: personal data, audited, scope subjects:admin.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  sealpost deadletters show 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11 --reveal"})
public final class ShowLetterCommand implements Callable<Integer> {

    @Mixin
    private HubOptions hub;

    @Mixin
    private OutputOptions output;

    @Parameters(paramLabel = "ID", description = "The id that 'deadletters list' shows.")
    private UUID id;

    @Option(names = "--reveal", description = "Opens it.")
    private boolean reveal;

    @Override
    public Integer call() {
        HubClient client = hub.connect();
        JsonNode found = reveal
                ? client.post("/api/deadletters/" + id + "/reveal", JsonNodeFactory.instance.objectNode())
                : client.get("/api/deadletters/" + id, Map.of());
        output.print(found, out -> show(found, out));
        return 0;
    }

    private void show(JsonNode found, PrintWriter out) {
        JsonNode letter = reveal ? found.path("letter") : found;
        letter.fields()
                .forEachRemaining(field -> out.printf(
                        "%-10s %s%n",
                        field.getKey(), Terminal.line(field.getValue().asText("-"))));
        if (reveal) {
            out.println();
            out.println(Terminal.line(found.path("content").asText()));
        }
    }
}
