package dev.sealpost.bench;

import dev.sealpost.Sealpost;
import dev.sealpost.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.util.FileSystemUtils;

/** How many webhooks the hub takes and how fast it answers, beside a controller that only answers. */
final class WebhookIngest {

    private static final int PACE = 3000;
    private static final int WARM_UP_SECONDS = 25;

    private final Servers servers;
    private final Arguments arguments;
    private final Path directory;

    WebhookIngest(Servers servers, Arguments arguments, Path directory) {
        this.servers = servers;
        this.arguments = arguments;
        this.directory = directory;
    }

    void run() {
        Console.print("%-6s %8s %10s %8s %8s %12s %12s %14s",
                "",
                "asked",
                "taken/s",
                "p50 ms",
                "p99 ms",
                "CPU us each",
                "PostgreSQL",
                "handled after");
        Line bare = measure("bare", this::bare, false);
        Line hub = measure("hub", this::hub, true);
        if (arguments.profile) {
            CpuProfile.print(recording());
        }
        Console.print("hub / bare, as many as are answered: %s", "%.2f".formatted(hub.most / bare.most));
    }

    private Line measure(String name, IntFunction<ChildJvm> start, boolean stores) {
        int port = FreePort.next();
        try (ChildJvm jvm = start.apply(port)) {
            jvm.await("listens", () -> listens(port));
            new WebhookLoad(port, 0).run(WARM_UP_SECONDS, "warm");
            settle(jvm, stores);
            double most = one(name, 0, port, jvm, stores);
            one(name, PACE, port, jvm, stores);
            return new Line(most);
        }
    }

    private double one(String name, int pace, int port, ChildJvm jvm, boolean stores) {
        long cpu = CpuTime.of(jvm.pid());
        long postgres = servers.postgresCpu();
        long[] took = new WebhookLoad(port, pace).run(arguments.webhooks, name + pace);
        long spent = CpuTime.of(jvm.pid()) - cpu;
        long spentByPostgres = servers.postgresCpu() - postgres;
        long ended = System.nanoTime();
        settle(jvm, stores);
        double perSecond = (double) took.length / arguments.webhooks;
        Console.print(
                "%-6s %8s %10.0f %8.1f %8.1f %12d %12d %11d ms",
                name,
                pace == 0 ? "all" : pace + "/s",
                perSecond,
                took[took.length / 2] / 1000.0,
                took[took.length * 99 / 100] / 1000.0,
                spent / took.length,
                spentByPostgres / took.length,
                (System.nanoTime() - ended) / 1_000_000);
        return perSecond;
    }

    /** Until everything that was taken is handled. */
    private void settle(ChildJvm jvm, boolean stores) {
        if (stores) {
            jvm.await(
                    "has handled all",
                    () -> "t".equals(servers.database("webhooks")
                            .text("SELECT NOT EXISTS (SELECT FROM webhook_inbox)")));
        }
    }

    private ChildJvm bare(int port) {
        return ChildJvm.start(
                directory, "bare", arguments.jvmOptions(), BareWebhook.class, List.of(Integer.toString(port)));
    }

    private Path recording() {
        return directory.resolve("hub.jfr");
    }

    private ChildJvm hub(int port) {
        List<String> options = arguments.jvmOptions();
        if (arguments.profile) {
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording());
        }
        Database database = servers.emptyDatabase("webhooks");
        try {
            Path routes = directory.resolve("routes");
            Files.createDirectories(routes.resolve("flows"));
            for (String part : List.of("kamelets", "policies")) {
                FileSystemUtils.copyRecursively(Path.of("routes", part), routes.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ChildJvm.start(
                directory,
                "hub",
                options,
                Sealpost.class,
                List.of(
                        "serve",
                        "--spring.profiles.active=sandbox",
                        "--sealpost.sandbox.parts=external",
                        "--server.port=" + port,
                        "--management.server.port=" + FreePort.next(),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--sealpost.kafka.brokers=" + servers.brokers(),
                        "--sealpost.vault.directory=" + directory.resolve("vault"),
                        "--sealpost.routes-directory=" + directory.resolve("routes"),
                        "--sealpost.access.bootstrap-key=" + Consents.KEY,
                        "--sealpost.access.admin.password=not-a-secret-at-all",
                        "--sealpost.whatsapp.base-uri=http://127.0.0.1:9"));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private record Line(double most) {}
}
