package dev.sealpost.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists keys, never the keys themselves. */
@Command(
        name = "list",
        description = "Lists the API keys that are active; never the keys themselves.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  sealpost access list", "  sealpost access list --all --json"})
public final class ListKeysCommand extends HubCommand {

    @Option(names = "--all", description = "Also those that have expired or were revoked.")
    private boolean all;

    @Override
    protected JsonNode ask(HubClient client) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        ArrayNode keys = found.putArray("keys");
        String cursor = null;
        do {
            JsonNode page = client.get("/api/keys", Collections.singletonMap("cursor", cursor));
            page.path("keys").forEach(key -> addIfWanted(key, keys));
            cursor = page.path("next").textValue();
        } while (cursor != null);
        return found;
    }

    private void addIfWanted(JsonNode key, ArrayNode keys) {
        if (all || key.path("state").asText().equals("active")) {
            keys.add(key);
        }
    }

    @Override
    protected void show(JsonNode found, PrintWriter out) {
        Table table = new Table("ID", "NAME", "STATE", "EXPIRES", "FLOWS", "SCOPES");
        found.path("keys")
                .forEach(key -> table.row(
                        key.path("id").asText(),
                        key.path("name").asText(),
                        key.path("state").asText(),
                        key.path("expiresAt").asText("never"),
                        key.path("flows").isEmpty() ? "all" : joined(key.path("flows")),
                        joined(key.path("scopes"))));
        table.print(out);
    }

    private static String joined(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }
}
