package dev.sealpost.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Starts the sandbox's servers without the hub. */
@Command(
        name = "parts",
        description = "Starts the sandbox's servers alone, in this process (only in sealpost-sandbox.jar).",
        customSynopsis = "sealpost parts [--sealpost.sandbox.setting=value...]",
        footer = {"", "Example:", "  java -jar target/sealpost-sandbox.jar parts --sealpost.sandbox.fresh=true"})
class PartsCommand extends SettingsCommand {

    private final Supplier<Optional<SandboxParts>> parts;

    PartsCommand(Supplier<Optional<SandboxParts>> parts) {
        this.parts = parts;
    }

    @Override
    int run(List<String> settings) {
        return parts.get()
                .orElseThrow(() -> wrongUsage("This jar has no sandbox in it: parts is only in sealpost-sandbox.jar"))
                .run(settings);
    }
}
