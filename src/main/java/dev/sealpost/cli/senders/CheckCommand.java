package dev.sealpost.cli.senders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import dev.sealpost.cli.rest.Table;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;

/** Shows what Meta says about the senders. */
@Command(
        name = "check",
        description =
                "Asks Meta about every sender: its number, where its messages are kept, how long its token is good. Takes a key with the scope messages:read.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all are ready, 1 one is stopped or has to be seen to, 2 wrong usage, 3 unavailable.",
            "",
            "Example:",
            "  sealpost senders check"
        })
public final class CheckCommand extends HubCommand {

    @Override
    protected JsonNode ask(HubClient client) {
        return client.post("/api/senders/check", JsonNodeFactory.instance.objectNode());
    }

    @Override
    protected int exitCode(JsonNode answer) {
        return senders(answer).allMatch(sender -> sender.path("state").asText().equals("ready")) ? 0 : 1;
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
        Table table = new Table(
                "SENDER", "STATE", "NAME", "QUALITY", "CODE", "THROUGHPUT", "STORAGE", "TOKEN", "EXPIRES", "WHY");
        senders(answer).forEach(sender -> row(sender, table));
        table.print(out);
    }

    private static void row(JsonNode sender, Table table) {
        JsonNode number = sender.path("number");
        table.row(
                sender.path("name").asText(),
                sender.path("state").asText(),
                number.path("verifiedName").asText(null),
                number.path("quality").asText(null),
                number.path("codeVerification").asText(null),
                number.path("throughput").asText(null),
                storage(sender),
                sender.path("token").asText(null) + (sender.path("tokenSealed").asBoolean() ? " (sealed)" : ""),
                sender.path("tokenExpires").asText(null),
                why(sender));
    }

    private static String storage(JsonNode sender) {
        String required = sender.path("requiredRegion").asText("");
        String found = sender.path("storage").asText("");
        return required.isEmpty() || required.equalsIgnoreCase(found) ? found : found + ", wanted " + required;
    }

    private static String why(JsonNode sender) {
        String reasons = StreamSupport.stream(sender.path("reasons").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("; "));
        String trouble = sender.path("number").path("trouble").asText("");
        return reasons.isEmpty() ? trouble : reasons;
    }

    private static java.util.stream.Stream<JsonNode> senders(JsonNode answer) {
        return StreamSupport.stream(answer.path("senders").spliterator(), false);
    }
}
