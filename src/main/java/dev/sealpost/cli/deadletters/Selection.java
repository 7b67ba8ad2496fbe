package dev.sealpost.cli.deadletters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which dead letters: some by their ids, or those of a reason and flow. Never all of them by saying nothing. */
final class Selection {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The ids that 'deadletters list' shows.")
    private List<UUID> ids = List.of();

    @Option(names = "--reason", paramLabel = "WORD", description = "Those whose reason starts with this word.")
    private String reason;

    @Option(names = "--flow", paramLabel = "FLOW", description = "Those of this flow.")
    private String flow;

    /** @throws ParameterException unless there are ids, or a filter, and not both */
    void check() {
        if (ids.isEmpty() == (reason == null && flow == null)) {
            throw new ParameterException(command.commandLine(), "Say which: ids, or --reason or --flow; not both");
        }
    }

    List<UUID> ids() {
        return ids;
    }

    ObjectNode filter() {
        ObjectNode filter = JsonNodeFactory.instance.objectNode().put("limit", 500);
        if (reason != null) {
            filter.put("reason", reason);
        }
        return flow == null ? filter : filter.put("flow", flow);
    }
}
