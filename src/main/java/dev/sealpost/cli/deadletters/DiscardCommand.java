package dev.sealpost.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Destroys dead letters. */
@Command(
        name = "discard",
        description =
                "Destroys dead letters, content and all, by a filter at most 500 at a time. That they were is audited; they do not come back.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  sealpost deadletters discard 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11",
            "  sealpost deadletters discard --reason malformed --flow order-shipped"
        })
public final class DiscardCommand extends HubCommand {

    @Mixin
    private Selection selection;

    @Override
    protected JsonNode ask(HubClient client) {
        selection.check();
        return selection.ids().isEmpty() ? client.post("/api/deadletters/discard", selection.filter()) : each(client);
    }

    @Override
    protected void show(JsonNode discarded, PrintWriter out) {
        String more = discarded.path("more").asBoolean() ? "; there are more, run it again" : "";
        out.println(discarded.path("discarded").asInt() + " discarded" + more);
    }

    private ObjectNode each(HubClient client) {
        selection
                .ids()
                .forEach(id ->
                        client.post("/api/deadletters/" + id + "/discard", JsonNodeFactory.instance.objectNode()));
        return JsonNodeFactory.instance
                .objectNode()
                .put("discarded", selection.ids().size())
                .put("more", false);
    }
}
