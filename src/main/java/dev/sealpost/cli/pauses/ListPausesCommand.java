package dev.sealpost.cli.pauses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists what is paused. */
@Command(
        name = "list",
        description = "Lists what is paused, why, and what to do. Exit code 1 if anything is.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  sealpost pauses list", "  sealpost pauses list --json"})
public final class ListPausesCommand extends HubCommand {

    private static final String HUMAN = "when someone lifts it";

    @Override
    protected JsonNode ask(HubClient client) {
        return client.get("/api/pauses", Map.of());
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
        if (answer.path("pauses").isEmpty()) {
            out.println("Nothing is paused.");
            return;
        }
        Table table = new Table("WHAT", "SINCE", "REASON", "BY", "ENDS", "DO");
        answer.path("pauses")
                .forEach(pause -> table.row(
                        pause.path("scope").asText().toLowerCase(Locale.ROOT) + " "
                                + pause.path("key").asText(),
                        pause.path("since").asText(),
                        pause.path("reason").asText(),
                        pause.path("by").asText(),
                        end(pause),
                        pause.path("todo").asText()));
        table.print(out);
    }

    private static String end(JsonNode pause) {
        if (pause.path("until").isTextual()) {
            return pause.path("until").asText();
        }
        JsonNode probe = pause.path("nextProbe");
        return probe.isTextual() ? "by a probe, the next at " + probe.asText() : HUMAN;
    }

    @Override
    protected int exitCode(JsonNode answer) {
        return answer.path("pauses").isEmpty() ? 0 : 1;
    }
}
