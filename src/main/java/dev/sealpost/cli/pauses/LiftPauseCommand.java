package dev.sealpost.cli.pauses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets something go on. */
@Command(
        name = "lift",
        description = "Lifts pauses: what was held is sent within seconds. Exit code 1 if there was none.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  sealpost pauses lift sender shop",
            "  sealpost pauses lift template order_shipped --reason wrong-price"
        })
public final class LiftPauseCommand extends HubCommand {

    @Mixin
    private Paused what;

    @Option(names = "--reason", paramLabel = "WORD", description = "Only the pause for this reason. Without it: all.")
    private String reason;

    @Override
    protected JsonNode ask(HubClient client) {
        ObjectNode body = what.body();
        return client.post("/api/pauses/lift", reason == null ? body : body.put("reason", reason));
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
        JsonNode lifted = answer.path("lifted");
        lifted.forEach(pause -> out.println(what + " goes on; it was paused since "
                + pause.path("since").asText() + ": " + pause.path("reason").asText()));
        if (lifted.isEmpty()) {
            out.println(what + " is not paused");
        }
    }

    @Override
    protected int exitCode(JsonNode answer) {
        return answer.path("lifted").isEmpty() ? 1 : 0;
    }
}
