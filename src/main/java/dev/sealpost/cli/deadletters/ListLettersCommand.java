package dev.sealpost.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubOptions;
import dev.sealpost.cli.rest.OutputOptions;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class ListLettersCommand implements Callable<Integer> {

    @Mixin
    private HubOptions hub;

    @Mixin
    private OutputOptions output;

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
    public Integer call() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("reason", reason);
        query.put("flow", flow);
        query.put("limit", Integer.toString(limit));
        query.put("cursor", cursor);
        JsonNode page = hub.connect().get("/api/deadletters", query);
        output.print(page, out -> show(page, out));
        return 0;
    }

    private static void show(JsonNode page, PrintWriter out) {
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
