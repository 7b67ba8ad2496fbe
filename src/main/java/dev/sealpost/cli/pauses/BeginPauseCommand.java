package dev.sealpost.cli.pauses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pauses something by hand. */
@Command(
        name = "begin",
        description =
                "Pauses a sender, a template, an account or a country. Its messages wait; nothing is failed for it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  sealpost pauses begin template order_shipped --reason wrong-price",
            "  sealpost pauses begin country 200000000000001/PT --reason holiday \\",
            "      --until 2026-12-02T08:00:00Z"
        })
public final class BeginPauseCommand extends HubCommand {

    @Mixin
    private Paused what;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "WORD",
            description = "Why: a word of lower-case letters, digits and dashes.")
    private String reason;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "When it ends by itself, with an offset. Without it: when someone lifts it.")
    private OffsetDateTime until;

    @Override
    protected JsonNode ask(HubClient client) {
        ObjectNode body = what.body().put("reason", reason);
        if (until != null) {
            body.put("until", until.toInstant().toString());
        }
        return client.post("/api/pauses", body);
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
        out.println(answer.path("begun").asBoolean() ? what + " is paused" : what + " was paused before, and stays so");
    }
}
