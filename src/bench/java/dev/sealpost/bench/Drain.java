package dev.sealpost.bench;

import dev.sealpost.bench.Contender.Job;
import dev.sealpost.bench.StubServer.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** One contender empties one topic, into a stub of its own: a stub that others have warmed up would serve the later ones faster. */
final class Drain {

    static final int PACE = 200;

    private final Servers servers;
    private final Arguments arguments;
    private final Contender contender;
    private final int delayMillis;
    private final Job job;
    private final StubServer stub;

    private Drain(Servers servers, Arguments arguments, Contender contender, int delayMillis, Job job, StubServer stub) {
        this.servers = servers;
        this.arguments = arguments;
        this.contender = contender;
        this.delayMillis = delayMillis;
        this.job = job;
        this.stub = stub;
    }

    static Figures run(
            Servers servers, Arguments arguments, Contender contender, int delayMillis, int round, Path directory) {
        String name = "%s-%d-%d".formatted(contender.name(), delayMillis, round);
        Topic topic = Topic.create("bench." + name, servers.brokers());
        topic.load(0, arguments.events, arguments.people());
        Path own = created(directory.resolve(name));
        try (StubServer stub = StubServer.start(own)) {
            Job job = new Job("bench-" + name, own, topic, stub.uri());
            return new Drain(servers, arguments, contender, delayMillis, job, stub).run();
        }
    }

    private Figures run() {
        stub.reset(delayMillis);
        try (ChildJvm process = contender.start(job)) {
            return measure(process);
        } finally {
            if (contender.database(job) != null) {
                servers.drop(contender.database(job));
            }
        }
    }

    private Figures measure(ChildJvm process) {
        process.await("sends", () -> stub.received().count() > 0);
        Usage before = usage(process);
        ThreadCpu threadsBefore = ThreadCpu.of(process.pid());
        int countBefore = stub.received().count();
        Instant end = Instant.now().plus(arguments.limit());
        process.await("empties the topic", () -> drained() || Instant.now().isAfter(end));
        Received received = stub.received();
        boolean complete = drained();
        if (!complete) {
            Console.print("Cut off after %d s; %s", arguments.seconds, contender.outcomes(job));
        }
        process.await("settles", () -> !complete || contender.settled(job));
        int messages = stub.received().count() - countBefore;
        Usage used = usage(process).since(before, messages);
        if (arguments.profile) {
            ThreadCpu.of(process.pid()).since(threadsBefore).print(messages);
        }
        Received paced = complete && arguments.latencySeconds > 0 ? pace(process) : null;
        return new Figures(contender.name(), received, used, CpuTime.peakMegabytes(process.pid()), paced);
    }

    private boolean drained() {
        return stub.received().count() >= arguments.events;
    }

    private Received pace(ChildJvm process) {
        int messages = arguments.latencySeconds * PACE;
        stub.reset(delayMillis);
        job.topic().pace(arguments.events, arguments.events + messages, arguments.people(), PACE);
        process.await("keeps pace", () -> stub.received().count() >= messages);
        return stub.received();
    }

    private Usage usage(ChildJvm process) {
        String database = contender.database(job);
        return new Usage(
                CpuTime.of(process.pid()),
                servers.postgresCpu(),
                servers.brokerCpu(),
                stub.cpu(),
                database == null ? 0 : servers.commits(database));
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU in microseconds, and commits: totals, or for each message. */
    record Usage(double contender, double postgres, double broker, double stub, double commits) {

        Usage since(Usage before, int messages) {
            double each = Math.max(1, messages);
            return new Usage(
                    (contender - before.contender) / each,
                    (postgres - before.postgres) / each,
                    (broker - before.broker) / each,
                    (stub - before.stub) / each,
                    (commits - before.commits) / each);
        }

        double all() {
            return contender + postgres + broker + stub;
        }
    }

    /** What one drain showed; {@code paced} is null if latency was not measured. */
    record Figures(String contender, Received received, Usage each, long peakMegabytes, Received paced) {}
}
