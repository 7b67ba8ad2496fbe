package dev.sealpost.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
        name = "list",
        description = "Lists dead letters by reason and flow, oldest first; never their content.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  sealpost deadletters list --reason malformed",
            "  sealpost deadletters list --flow order-shipped --json"
        })
public final class ListLettersCommand extends HubCommand {

    @Option(names = "--reason", paramLabel = "WORD", description = "Those whose reason starts with this word.")
    private String reason;

    @Option(names = "--flow", paramLabel = "FLOW", description = "Those of this flow.")
    private String flow;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many, 1 to 500. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Goes on where a list before ended: its next.")
    private String cursor;

    @Override
    protected JsonNode ask(HubClient client) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("reason", reason);
        query.put("flow", flow);
        query.put("limit", Integer.toString(limit));
        query.put("cursor", cursor);
        return client.get("/api/deadletters", query);
    }

    @Override
    protected void show(JsonNode page, PrintWriter out) {
        Table table = new Table("ID", "FLOW", "HOLDS", "SINCE", "DELETED AT", "REASON");
        page.path("letters")
                .forEach(letter -> table.row(
                        letter.path("id").asText(),
                        letter.path("flow").asText(),
                        letter.path("holds").asText(),
                        letter.path("createdAt").asText(),
                        letter.path("expiresAt").asText(),
                        letter.path("reason").asText()));
        table.print(out);
        if (page.path("next").isTextual()) {
            out.println();
            out.println("There are more: --cursor " + page.path("next").asText());
        }
    }
}
