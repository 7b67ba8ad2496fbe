package dev.sealpost.cli;

import dev.sealpost.configuration.StartFailure;
import java.util.List;
import picocli.CommandLine.Command;

/** Starts the hub. */
@Command(
        name = ServeCommand.NAME,
        description = "Starts the hub (the default command). Takes any setting: --spring.profiles.active=production",
        customSynopsis = "sealpost [serve] [--setting=value...]",
        footer = {"", "Example:", "  java -jar target/sealpost.jar serve --server.port=8090"})
class ServeCommand extends SettingsCommand {

    static final String NAME = "serve";

    private final Hub hub;

    ServeCommand(Hub hub) {
        this.hub = hub;
    }

    /** Why a start failed has been printed by Spring Boot; what is left is the exit code. */
    @Override
    int run(List<String> settings) {
        try {
            hub.start(settings);
            return 0;
        } catch (RuntimeException reported) {
            return StartFailure.exitCode(reported);
        }
    }
}
