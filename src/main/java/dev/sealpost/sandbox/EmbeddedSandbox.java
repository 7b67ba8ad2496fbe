package dev.sealpost.sandbox;

import dev.sealpost.SandboxHook;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** Found by {@link java.util.ServiceLoader}, and so absent with this package. */
public final class EmbeddedSandbox implements SandboxHook {
    @Override
    public void attach(SpringApplication application) {
        application.addInitializers(new SandboxInitializer());
    }

    @Override
    public int runParts(List<String> settings) {
        return new PartsCommand(Console.out(), System.err).run(settings);
    }
}
