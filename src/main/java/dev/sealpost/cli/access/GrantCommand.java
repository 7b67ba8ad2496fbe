package dev.sealpost.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Grants a key and shows it, once. */
@Command(
        name = "grant",
        description =
                "Grants an API key and shows it once: only its hash is kept. Takes a key with the scope keys:admin.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  sealpost access grant --name shop --scope messages:write --flow order-shipped",
            "  sealpost access grant --name audit --scope audit:read --expires 2027-06-30"
        })
public final class GrantCommand extends HubCommand {

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Which system gets it; not a person.")
    private String name;

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            completionCandidates = ScopeNames.class,
            description = "What it may do; repeat it for several. One of: ${COMPLETION-CANDIDATES}")
    private List<String> scopes;

    @Option(
            names = "--flow",
            split = ",",
            paramLabel = "FLOW",
            description = "Limits it to this flow; repeat it for several. Without it: every flow.")
    private List<String> flows;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            converter = Expiry.Converter.class,
            description =
                    "A span (90d, 12h), a date (2027-01-31, not valid from that day on, UTC), or never. Default: 90d")
    private Expiry expires;

    @Override
    protected JsonNode ask(HubClient client) {
        return client.post("/api/keys", body());
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        scopes.forEach(body.putArray("scopes")::add);
        if (flows != null) {
            flows.forEach(body.putArray("flows")::add);
        }
        if (expires != null && expires.isNever()) {
            body.put("unlimited", true);
        } else if (expires != null) {
            body.put("expiresAt", expires.from(Instant.now()).toString());
        }
        return body;
    }

    @Override
    protected void show(JsonNode granted, PrintWriter out) {
        out.println("key      " + granted.path("key").asText());
        out.println("id       " + granted.path("id").asText());
        out.println("expires  " + granted.path("expiresAt").asText("never"));
        out.println();
        out.println("This is the only time the key is shown. Revoke it with: sealpost access revoke "
                + granted.path("id").asText());
    }
}
