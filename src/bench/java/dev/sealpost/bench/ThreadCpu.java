package dev.sealpost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** CPU of the threads that a process has, in microseconds, by name without numbers: the JVM's compiler and collector stand apart. */
final class ThreadCpu {

    private static final int SHOWN = 12;

    private final Map<String, Long> micros;

    private ThreadCpu(Map<String, Long> micros) {
        this.micros = micros;
    }

    static ThreadCpu of(long pid) {
        Map<String, Long> micros = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            threads.forEach(thread -> add(thread, micros));
        } catch (IOException e) {
            throw new IllegalStateException("No /proc/" + pid, e);
        }
        return new ThreadCpu(micros);
    }

    private static void add(Path thread, Map<String, Long> micros) {
        try {
            String name = Files.readString(thread.resolve("comm")).strip().replaceAll("[#-]?\\d+", "");
            micros.merge(name, CpuTime.ofTask(thread), Long::sum);
        } catch (NoSuchFileException e) {
            micros.merge("ended", 0L, Long::sum);
        } catch (IOException e) {
            throw new IllegalStateException("No " + thread, e);
        }
    }

    ThreadCpu since(ThreadCpu before) {
        Map<String, Long> used = new TreeMap<>(micros);
        before.micros.forEach((name, micros) -> used.merge(name, -micros, Long::sum));
        return new ThreadCpu(used);
    }

    void print(int messages) {
        Console.print("CPU µs a message by thread, those that live");
        micros.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(thread ->
                        Console.print("  %5.0f  %s", thread.getValue() / (double) Math.max(1, messages), thread.getKey()));
    }
}
