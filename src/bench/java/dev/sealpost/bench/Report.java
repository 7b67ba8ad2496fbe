package dev.sealpost.bench;

import dev.sealpost.bench.Drain.Figures;
import dev.sealpost.bench.Drain.Usage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables. */
final class Report {

    private Report() {}

    static void line(Figures figures) {
        Usage each = figures.each();
        Console.print(
                "%-15s %7.0f/s (warm half %6.0f/s)  CPU µs a message %5.0f = own %4.0f, PostgreSQL %4.0f, broker %3.0f, stub %3.0f"
                        + "  commits %5.3f  peak %4d MB  %s%s",
                figures.contender(),
                figures.received().perSecond(),
                figures.received().warmPerSecond(),
                each.all(),
                each.contender(),
                each.postgres(),
                each.broker(),
                each.stub(),
                each.commits(),
                figures.peakMegabytes(),
                received(figures),
                latency(figures));
    }

    private static String received(Figures figures) {
        return "%d received, %d doubled"
                .formatted(
                        figures.received().count(), figures.received().doubled());
    }

    private static String latency(Figures figures) {
        return figures.paced() == null
                ? ""
                : "  at 200/s p50 %.1f ms, p99 %.1f ms"
                        .formatted(
                                figures.paced().p50() / 1e3, figures.paced().p99() / 1e3);
    }

    /** Medians, and the hub as a multiple of the others. */
    static void medians(int delayMillis, List<Figures> all) {
        Map<String, Figures> medians = new TreeMap<>(all.stream()
                .collect(Collectors.groupingBy(
                        Figures::contender,
                        Collectors.collectingAndThen(Collectors.toList(), Report::median))));
        Console.print("");
        Console.print("Medians, stub answers after %d ms", delayMillis);
        medians.values().forEach(Report::line);
        Figures hub = medians.get("hub");
        medians.values().stream()
                .filter(other -> hub != null && other != hub)
                .forEach(other -> ratio(hub, other));
    }

    private static void ratio(Figures hub, Figures other) {
        Console.print(
                "hub / %-15s %.2f (warm half %.2f), CPU a message %.2f",
                other.contender(),
                hub.received().perSecond() / other.received().perSecond(),
                hub.received().warmPerSecond() / other.received().warmPerSecond(),
                hub.each().all() / other.each().all());
    }

    private static Figures median(List<Figures> figures) {
        return figures.stream()
                .sorted(Comparator.comparingDouble(each -> each.received().perSecond()))
                .toList()
                .get(figures.size() / 2);
    }
}
