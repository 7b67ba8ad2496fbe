package dev.sealpost.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a run measures. */
final class Arguments {

    @Option(names = "--events", defaultValue = "20000", description = "Events in a drain (${DEFAULT-VALUE}).")
    int events;

    @Option(names = "--people", description = "Recipients; one for each event if not given.")
    Integer people;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds; the median is reported (${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--delay",
            split = ",",
            defaultValue = "0,50",
            description = "Milliseconds until the stub answers; one table for each (${DEFAULT-VALUE}).")
    List<Integer> delays;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "A drain is cut off after so many seconds from its first message (${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--latency-seconds",
            defaultValue = "15",
            description = "How long 200 messages a second are sent to measure latency; 0 for not at all (${DEFAULT-VALUE}).")
    int latencySeconds;

    @Option(names = "--only", split = ",", description = "Contenders to run: hub, plain, compliance, compliance-java (all).")
    List<String> only;

    @Option(names = "--profile", description = "Records where the hub's CPU goes; slows it down, so not for ratios.")
    boolean profile;

    @Option(names = "--java", split = " ", description = "Options for the JVM of each contender, separated by spaces.")
    List<String> java = List.of();

    @Option(names = "--consumers", defaultValue = "2", description = "Kafka consumers of the hub's flow (${DEFAULT-VALUE}).")
    int hubConsumers;

    @Option(
            names = "--webhooks",
            defaultValue = "0",
            description = "Measures nothing but webhooks, so many seconds at 3,000/s and as long at full speed; 0 for not.")
    int webhooks;

    @Option(names = "--heap", defaultValue = "512m", description = "Heap of each contender (${DEFAULT-VALUE}).")
    String heap;

    /** For the JVM of a contender. */
    List<String> jvmOptions() {
        List<String> options = new ArrayList<>(java);
        options.add("-Xmx" + heap);
        return options;
    }

    /** How many people have a consent. */
    int people() {
        return people != null ? people : events + latencySeconds * Drain.PACE;
    }

    Duration limit() {
        return Duration.ofSeconds(seconds);
    }

    boolean runs(String contender) {
        return only == null || only.contains(contender);
    }
}
