package dev.sealpost.cli.rest;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that talks to a hub. */
public final class HubOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:SEALPOST_URL:-http://127.0.0.1:8080}",
            description =
                    "Where the hub is: https, or http on this machine. Also from SEALPOST_URL. Default: ${DEFAULT-VALUE}")
    private String url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with the API key in it. Without it: SEALPOST_API_KEY, else data/sandbox/credentials.")
    private Path keyFile;

    /** @throws ParameterException if the address or the key cannot be used */
    public HubClient connect() {
        HubAddress hub = Argument.read(command, "--url", () -> HubAddress.of(url));
        ApiKey key = Argument.read(command, "", () -> new ApiKeySource().find(keyFile, hub))
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "No API key: put it into %s, or name a file with --key-file. The hub's admin grants one with 'access grant'."
                                .formatted(ApiKeySource.VARIABLE)));
        return new HubClient(hub, key);
    }
}
