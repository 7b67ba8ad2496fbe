package dev.sealpost.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a key. */
@Command(
        name = "revoke",
        description = "Revokes an API key: at once on the hub that is asked, within a second on the others.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  sealpost access revoke 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11"})
public final class RevokeCommand extends HubCommand {

    @Parameters(paramLabel = "ID", description = "The id that 'access list' shows; not the key.")
    private UUID id;

    @Option(names = "--even-the-last", description = "Also if nobody can grant keys for every flow afterwards.")
    private boolean evenTheLast;

    @Override
    protected JsonNode ask(HubClient client) {
        client.delete("/api/keys/" + id, Map.of("evenTheLast", Boolean.toString(evenTheLast)));
        return JsonNodeFactory.instance.objectNode().put("revoked", id.toString());
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
        out.println("Revoked: " + id);
    }
}
