package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where a person stands. */
@Command(
        name = "show",
        description =
                "Shows where a person stands on each purpose, and what they said when. That it was shown is audited.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without --phone and --phone-file it asks for the number, or reads it from the input.",
            "",
            "Examples:",
            "  sealpost consent show --purpose order-updates",
            "  sealpost consent show --phone-file number.txt --json     (with the evidence)"
        })
public final class ShowCommand extends HubCommand {

    @Mixin
    private PhoneOptions phone;

    @Option(names = "--purpose", paramLabel = "PURPOSE", description = "Only this purpose.")
    private String purpose;

    @Override
    protected JsonNode ask(HubClient client) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("phone", phone.read());
        if (purpose != null) {
            asked.put("purpose", purpose);
        }
        return client.post("/api/consents/search", asked);
    }

    @Override
    protected void show(JsonNode found, PrintWriter out) {
        if (found.path("history").isEmpty()) {
            out.println("Nothing was ever said about this number.");
            return;
        }
        Table now = new Table("PURPOSE", "STATUS", "SINCE", "EXPIRES", "NOTICE");
        found.path("consents")
                .forEach(state -> now.row(
                        text(state, "purpose"),
                        text(state, "status"),
                        text(state, "at"),
                        text(state, "expiresAt"),
                        text(state, "notice")));
        now.print(out);
        out.println();
        Table history = new Table("SAID AT", "PURPOSE", "STATUS", "SOURCE", "RECORDED AT", "BY", "EVIDENCE");
        found.path("history")
                .forEach(event -> history.row(
                        text(event, "at"),
                        text(event, "purpose"),
                        text(event, "status"),
                        text(event, "source"),
                        text(event, "recordedAt"),
                        text(event, "actor"),
                        text(event, "evidenceState")));
        history.print(out);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText(null);
    }
}
