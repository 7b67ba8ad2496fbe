package dev.sealpost.bench;

import dev.sealpost.bench.Drain.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mvn verify -Pbench -Dbench="--events 100000"}: the hub beside its peers. See {@code src/docs/benchmark.md}. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Drains events from a topic to a stub: the hub, a plain Camel route, two hand-written compliance routes.")
public final class Benchmark implements Callable<Integer> {

    @Mixin
    private Arguments arguments;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmark()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
        Path run = Files.createTempDirectory(directory, "run-");
        Console.print("Logs of all processes: %s", run);
        try (Servers servers = Servers.start(run)) {
            if (arguments.webhooks > 0) {
                new WebhookIngest(servers, arguments, run).run();
                return 0;
            }
            List<Contender> contenders = contenders(servers, run);
            contenders.forEach(contender -> Console.print("%s leaves out %s", contender.name(), contender.leavesOut()));
            contenders.forEach(Contender::prepare);
            arguments.delays.forEach(delay -> Report.medians(delay, rounds(servers, contenders, delay, run)));
        }
        return 0;
    }

    private List<Contender> contenders(Servers servers, Path run) {
        return List.of(
                        new PlainContender(servers, arguments),
                        ComplianceContender.ofComponents(servers, arguments),
                        ComplianceContender.inJava(servers, arguments),
                        new HubContender(servers, arguments, run))
                .stream()
                .filter(contender -> arguments.runs(contender.name()))
                .toList();
    }

    private List<Figures> rounds(Servers servers, List<Contender> contenders, int delay, Path run) {
        List<Figures> all = new ArrayList<>();
        for (int round = 1; round <= arguments.rounds; round++) {
            for (Contender contender : contenders) {
                Figures figures = Drain.run(servers, arguments, contender, delay, round, run);
                Report.line(figures);
                all.add(figures);
                if (arguments.profile && contender.name().equals("hub")) {
                    CpuProfile.print(run.resolve("hub-%d-%d".formatted(delay, round)).resolve("hub.jfr"));
                }
            }
        }
        return all;
    }
}
