package dev.sealpost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of processes from {@code /proc}, in microseconds; Linux only. Resolution: a clock tick, 10 ms. */
final class CpuTime {

    private static final long MICROS_A_TICK = 10_000;

    private CpuTime() {}

    static long of(long pid) {
        return stat(pid).user();
    }

    static long ofTask(Path task) {
        return stat(task.resolve("stat")).user();
    }

    /** Of a process, the children it has and those it had. */
    static long ofFamily(long pid) {
        Stat parent = stat(pid);
        return parent.user() + parent.children() + childrenOf(pid).stream().mapToLong(Stat::user).sum();
    }

    /** The most memory that the process has had, in megabytes. */
    static long peakMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new IllegalStateException("No /proc/" + pid, e);
        }
    }

    private static List<Stat> childrenOf(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> stat(child.pid()))
                .toList();
    }

    private static Stat stat(long pid) {
        return stat(Path.of("/proc/" + pid + "/stat"));
    }

    private static Stat stat(Path file) {
        try {
            String line = Files.readString(file);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return new Stat(ticks(fields, 11), ticks(fields, 13));
        } catch (NoSuchFileException e) {
            return new Stat(0, 0);
        } catch (IOException e) {
            throw new IllegalStateException("No " + file, e);
        }
    }

    /** User and system time stand side by side. */
    private static long ticks(String[] fields, int at) {
        return (Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1])) * MICROS_A_TICK;
    }

    private record Stat(long user, long children) {}
}
