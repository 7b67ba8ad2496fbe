package dev.sealpost.sandbox;

import dev.sealpost.sandbox.demo.Demo;
import dev.sealpost.sandbox.demo.Systems;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** Says that the hub and its sandbox are up, and sends the demo through. */
record Welcome(SandboxSettings settings, RunningParts parts, SandboxCredentials credentials) {
    void to(HubAddresses hub) {
        PrintStream out = Console.out();
        settleWebhook(hub);
        new StartReport(out).print(parts, credentials, hub, settings.directory());
        if (settings.demo()) {
            startDemo(hub, out);
        }
    }

    /** A hub that took any free port knows it only now. */
    private void settleWebhook(HubAddresses hub) {
        URI webhook = settings.webhook();
        if (webhook.getPort() == 0) {
            try {
                new WebhookTarget(parts).set(hub.api().resolve(webhook.getPath()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void startDemo(HubAddresses hub, PrintStream out) {
        var demo = new Demo(
                hub.api(),
                credentials.apiKey(),
                new Systems(parts.brokers(), parts.smtpPort(), parts.crm(), parts.cloudApi()),
                settings.directory(),
                out);
        var thread = new Thread(demo::run, "sandbox-demo");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String toString() {
        return "Welcome[parts=%s]".formatted(parts);
    }
}
