package dev.sealpost.bench;

import dev.sealpost.testing.FreePort;
import dev.sealpost.Sealpost;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The hub as it is shipped, with every guarantee on. */
final class HubContender implements Contender {

    private static final String TEMPLATE = "bench_hub";

    private final Servers servers;
    private final Arguments arguments;
    private final Path directory;

    HubContender(Servers servers, Arguments arguments, Path directory) {
        this.servers = servers;
        this.arguments = arguments;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public String leavesOut() {
        return "nothing: consent twice, minimisation, a key for each person, outbox, outcomes, audit with its log; "
                + "status webhooks are not sent by the stub";
    }

    /** A hub of its own makes the schema and takes the consents; drains start from copies of its database. */
    @Override
    public void prepare() {
        servers.emptyDatabase(TEMPLATE);
        Job job = new Job(
                "prepare",
                directory,
                Topic.create("nothing", servers.brokers()),
                URI.create("http://127.0.0.1:9"));
        int port = FreePort.next();
        try (ChildJvm hub = launch(job, port, servers.database(TEMPLATE))) {
            new Consents(port).grant(arguments.people(), hub);
        }
        servers.database(TEMPLATE).tidy();
    }

    @Override
    public ChildJvm start(Job job) {
        return launch(job, FreePort.next(), servers.copy(TEMPLATE, database(job)));
    }

    private ChildJvm launch(Job job, int port, Database database) {
        Path routes = HubRoutes.write(job.directory().resolve("routes"), job.topic().name(), arguments.hubConsumers);
        List<String> options = arguments.jvmOptions();
        if (arguments.profile) {
            options.add("-XX:StartFlightRecording=settings=profile,filename="
                    + job.directory().resolve("hub.jfr"));
        }
        return ChildJvm.start(
                job.directory(),
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
                        "--sealpost.kafka.group=" + job.name(),
                        "--sealpost.vault.directory=" + directory.resolve("vault"),
                        "--sealpost.routes-directory=" + routes,
                        "--sealpost.access.bootstrap-key=" + Consents.KEY,
                        "--sealpost.access.admin.password=not-a-secret-at-all",
                        "--sealpost.whatsapp.throughput=none",
                        "--sealpost.whatsapp.base-uri=" + job.stub()));
    }

    @Override
    public boolean settled(Job job) {
        return "t".equals(servers.database(database(job))
                .text("SELECT NOT EXISTS (SELECT FROM message WHERE state IN ('QUEUED', 'SENDING'))"
                        + " AND NOT EXISTS (SELECT FROM audit_pending)"));
    }

    @Override
    public String outcomes(Job job) {
        return servers.database(database(job))
                .text("SELECT string_agg(concat_ws(' ', state, reason, n), '; ') FROM"
                        + " (SELECT state, reason, count(*) n FROM message GROUP BY state, reason) each");
    }

    @Override
    public String database(Job job) {
        return job.name().replace('-', '_');
    }
}
