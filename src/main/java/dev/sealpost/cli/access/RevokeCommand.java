package dev.sealpost.cli.access;

import dev.sealpost.cli.rest.HubOptions;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a key. */
@Command(
        name = "revoke",
        description = "Revokes an API key: at once on the hub that is asked, within a second on the others.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  sealpost access revoke 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11"})
public final class RevokeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private HubOptions hub;

    @Parameters(paramLabel = "ID", description = "The id that 'access list' shows; not the key.")
    private UUID id;

    @Option(names = "--even-the-last", description = "Also if nobody can grant keys for every flow afterwards.")
    private boolean evenTheLast;

    @Override
    public Integer call() {
        hub.connect().delete("/api/keys/" + id, Map.of("evenTheLast", Boolean.toString(evenTheLast)));
        spec.commandLine().getOut().println("Revoked: " + id);
        return 0;
    }
}
