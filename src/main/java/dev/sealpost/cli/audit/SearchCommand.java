package dev.sealpost.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds entries of the log. */
@Command(
        name = "search",
        description = "Finds entries of the audit log, in the order of their index. That you looked is audited.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  sealpost audit search --kind message.refused --from 2026-11-01",
            "  sealpost audit search --message 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11 --json",
            "  sealpost audit search --flow order-shipped --limit 5000 --cursor 1200"
        })
public final class SearchCommand extends HubCommand {
    private static final int PAGE = 1_000;
    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FilterOptions filters;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many entries, 1 to " + MOST
                    + ". Default: ${DEFAULT-VALUE}. For more there is 'audit export'.")
    private int limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Goes on where a search before ended: its next.")
    private String cursor;

    @Override
    protected JsonNode ask(HubClient client) {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit is 1 to " + MOST);
        }
        return found(client);
    }

    private ObjectNode found(HubClient client) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = found.putArray("entries");
        String next = cursor;
        do {
            JsonNode page = client.get("/api/audit/entries", page(next, limit - entries.size()));
            page.path("entries").forEach(entries::add);
            next = page.path("next").textValue();
        } while (next != null && entries.size() < limit);
        return found.put("next", next);
    }

    private Map<String, String> page(String after, int left) {
        Map<String, String> query = filters.query();
        query.put("cursor", after);
        query.put("limit", Integer.toString(Math.min(left, PAGE)));
        return query;
    }

    @Override
    protected void show(JsonNode found, PrintWriter out) {
        Table table = new Table("INDEX", "TIME", "KIND", "ACTOR", "FLOW", "MESSAGE", "OUTCOME", "REASON");
        found.path("entries")
                .forEach(entry -> table.row(
                        entry.path("index").asText(),
                        text(entry, "time"),
                        text(entry, "kind"),
                        text(entry, "actor"),
                        text(entry, "flow"),
                        text(entry, "message"),
                        text(entry, "outcome"),
                        text(entry, "reason")));
        table.print(out);
        if (found.path("next").isTextual()) {
            out.println();
            out.println("There are more: --cursor " + found.path("next").asText());
        }
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asText(null);
    }
}
