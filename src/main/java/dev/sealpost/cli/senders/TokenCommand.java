package dev.sealpost.cli.senders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.cli.rest.HubClient;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives a sender another access token. */
@Command(
        name = "token",
        description =
                "Reads an access token from standard input; the hub asks Meta whether it is good, keeps it sealed in the database and uses it from then on, without a restart. Takes a key with the scope flows:admin.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The token is never printed. Exit codes: 0 in use, 1 no good, 2 wrong usage, 3 unavailable.",
            "",
            "Examples:",
            "  sealpost senders token shop < token",
            "  sealpost senders token shop --remove"
        })
public final class TokenCommand extends ChangeCommand {

    @Option(names = "--remove", description = "Removes it: the configured token is used again.")
    private boolean remove;

    @Override
    protected JsonNode ask(HubClient client) {
        if (remove) {
            return client.delete(path("token"), Map.of());
        }
        String token = StandardInput.line(command(), "an access token");
        return client.put(path("token"), JsonNodeFactory.instance.objectNode().put("token", token));
    }
}
