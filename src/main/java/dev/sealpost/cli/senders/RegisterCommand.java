package dev.sealpost.cli.senders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.cli.rest.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Registers a number with the Cloud API. */
@Command(
        name = "register",
        description =
                "Registers a sender's number with the Cloud API, with the PIN of its two-step verification and the storage region of config/senders.yml. Takes a key with the scope flows:admin.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Meta allows ten attempts a number in 72 hours. Exit codes: 0 registered, 1 refused, 2 wrong usage, 3 unavailable.",
            "",
            "Examples:",
            "  sealpost senders register shop",
            "  sealpost senders register shop --pin-stdin < pin"
        })
public final class RegisterCommand extends ChangeCommand {

    @Option(names = "--pin-stdin", description = "Reads the PIN from standard input instead of using senders.yml's.")
    private boolean fromInput;

    @Override
    protected JsonNode ask(HubClient client) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (fromInput) {
            body.put("pin", StandardInput.line(command(), "a PIN"));
        }
        return client.post(path("register"), body);
    }
}
