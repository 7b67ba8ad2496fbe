package dev.sealpost.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.HubRefusal;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries dead letters again. */
@Command(
        name = "retry",
        description =
                "Tries dead letters again: an event goes through every step and check of its flow, and is sent once at most.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all are taken care of, 1 some are refused, kept or dead letters again, 2 wrong usage, 3 unavailable. At most 500 at a time.",
            "",
            "Examples:",
            "  sealpost deadletters retry 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11",
            "  sealpost deadletters retry --reason no-outcome --flow order-shipped --json"
        })
public final class RetryCommand extends HubCommand {
    private static final Set<String> FINE = Set.of("queued", "recorded", "duplicate", "gone");
    private static final String NOT_FOUND = "not-found";

    @Mixin
    private Selection selection;

    @Override
    protected JsonNode ask(HubClient client) {
        selection.check();
        return selection.ids().isEmpty() ? client.post("/api/deadletters/retry", selection.filter()) : each(client);
    }

    @Override
    protected int exitCode(JsonNode retried) {
        boolean fine = StreamSupport.stream(retried.path("letters").spliterator(), false)
                .allMatch(letter -> FINE.contains(letter.path("outcome").asText()));
        return fine ? 0 : 1;
    }

    private ObjectNode each(HubClient client) {
        ObjectNode retried = JsonNodeFactory.instance.objectNode();
        ArrayNode letters = retried.putArray("letters");
        selection.ids().forEach(id -> letters.add(one(client, id)));
        return retried.put("more", false);
    }

    /** One that is not there does not keep what became of the others from being told. */
    private static JsonNode one(HubClient client, UUID id) {
        try {
            return client.post("/api/deadletters/" + id + "/retry", JsonNodeFactory.instance.objectNode());
        } catch (HubRefusal refusal) {
            if (!refusal.word().equals(NOT_FOUND)) {
                throw refusal;
            }
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("letter", id.toString())
                    .put("outcome", NOT_FOUND);
        }
    }

    @Override
    protected void show(JsonNode retried, PrintWriter out) {
        Table table = new Table("LETTER", "OUTCOME", "MESSAGE", "REASON");
        retried.path("letters")
                .forEach(letter -> table.row(
                        letter.path("letter").asText(),
                        letter.path("outcome").asText(),
                        letter.path("message").asText(null),
                        letter.path("reason").asText(null)));
        table.print(out);
        if (retried.path("more").asBoolean()) {
            out.println();
            out.println("There are more; run it again.");
        }
    }
}
