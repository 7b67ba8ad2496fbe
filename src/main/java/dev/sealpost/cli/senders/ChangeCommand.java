package dev.sealpost.cli.senders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubCommand;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A change of one sender, which Meta has to agree to. */
abstract class ChangeCommand extends HubCommand {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The sender's name in config/senders.yml.")
    private String name;

    final CommandSpec command() {
        return command;
    }

    /** @throws ParameterException if it cannot be a sender's name */
    final String path(String change) {
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(command.commandLine(), "NAME is the sender's name in config/senders.yml");
        }
        return "/api/senders/" + name + "/" + change;
    }

    @Override
    protected int exitCode(JsonNode change) {
        return switch (change.path("outcome").asText()) {
            case "refused" -> 1;
            case "unreachable" -> 3;
            default -> 0;
        };
    }

    @Override
    protected void show(JsonNode change, PrintWriter out) {
        String reason = change.path("reason").asText("");
        out.println("%s: %s%s"
                .formatted(
                        change.path("sender").asText(),
                        change.path("outcome").asText(),
                        reason.isEmpty() ? "" : ", " + reason));
    }
}
