package dev.sealpost.cli.pauses;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import picocli.CommandLine.Parameters;

/** What is to be paused, or to go on. */
final class Paused {

    /** As the hub names them. */
    enum Scope {
        sender,
        template,
        account,
        country
    }

    @Parameters(index = "0", paramLabel = "SCOPE", description = "One of: ${COMPLETION-CANDIDATES}")
    private Scope scope;

    @Parameters(
            index = "1",
            paramLabel = "KEY",
            description = "The sender's or template's name, the account's id, or ACCOUNT/PT for a country.")
    private String key;

    ObjectNode body() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("scope", scope.name().toUpperCase(Locale.ROOT))
                .put("key", key);
    }

    @Override
    public String toString() {
        return scope + " " + key;
    }
}
