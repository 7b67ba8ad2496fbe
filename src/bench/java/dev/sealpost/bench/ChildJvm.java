package dev.sealpost.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java process of this run, ended with it. */
final class ChildJvm implements AutoCloseable {

    /** What is shipped for the hub; its peers have the same. */
    private static final Path OPTIONS = Path.of("config", "jvm.options");

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ChildJvm start(Path directory, String name, List<String> jvmOptions, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + OPTIONS);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        command.addAll(arguments);
        Path log = directory.resolve(name + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new ChildJvm(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hub finds its parts by scanning: it must not find those of tests. */
    private static String classPath(Class<?> main) {
        Stream<String> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
        boolean ofBenchmark = main.getPackage().equals(ChildJvm.class.getPackage());
        return entries.filter(entry -> ofBenchmark || !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it printed the word. */
    void awaitLine(String word) {
        await("prints \"" + word + "\"", () -> Files.readString(log).contains(word));
    }

    void await(String what, Patience.Condition condition) {
        Patience.until(log + " " + what, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("A process ended too early; see " + log);
            }
            return condition.holds();
        });
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
