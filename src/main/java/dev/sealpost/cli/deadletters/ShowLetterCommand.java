package dev.sealpost.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.Terminal;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one dead letter. */
@Command(
        name = "show",
        description =
                "Shows one dead letter; with --reveal also what is in it: personal data, audited, scope subjects:admin.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  sealpost deadletters show 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11 --reveal"})
public final class ShowLetterCommand extends HubCommand {

    @Parameters(paramLabel = "ID", description = "The id that 'deadletters list' shows.")
    private UUID id;

    @Option(names = "--reveal", description = "Opens it.")
    private boolean reveal;

    @Override
    protected JsonNode ask(HubClient client) {
        return reveal
                ? client.post("/api/deadletters/" + id + "/reveal", JsonNodeFactory.instance.objectNode())
                : client.get("/api/deadletters/" + id, Map.of());
    }

    @Override
    protected void show(JsonNode found, PrintWriter out) {
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
