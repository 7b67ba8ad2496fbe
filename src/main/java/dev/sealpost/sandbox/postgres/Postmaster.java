package dev.sealpost.sandbox.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The main process of a PostgreSQL server, known by the {@code postmaster.pid} it keeps in its data directory: process
 * id in line 1, port in line 4, {@code ready} in line 8. It outlives a {@code kill -9} of the JVM that started it.
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LINES_OF_A_STARTED_SERVER = 8;

    /**
     * The server that runs on this very data directory, if there is one. A file left behind by a crash is no server, also
     * if its process id meanwhile belongs to another program or to a PostgreSQL on another directory.
     */
    static Optional<Postmaster> runningOn(Path data) throws IOException {
        Path file = pidFile(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return pid(lines)
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(process, data))
                .map(process -> new Postmaster(process, port(lines), ready(lines)));
    }

    /** The server that runs on this data directory once it is ready, or none once it is gone: it may be starting or stopping. */
    static Optional<Postmaster> settledOn(Path data) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<Postmaster> running = runningOn(data);
        while (running.isPresent() && !running.get().ready()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("PostgreSQL (process %d) on %s is neither ready nor gone after %s"
                        .formatted(running.get().process().pid(), data, PATIENCE));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            running = runningOn(data);
        }
        return running;
    }

    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static Optional<Long> pid(List<String> lines) {
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static int port(List<String> lines) {
        return lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
    }

    private static boolean ready(List<String> lines) {
        return lines.size() >= LINES_OF_A_STARTED_SERVER && lines.get(7).strip().equals("ready");
    }

    private static boolean serves(ProcessHandle process, Path data) {
        String commandLine = process.info().commandLine().orElse("");
        return process.isAlive() && commandLine.contains("postgres") && commandLine.contains(data.toString());
    }

    /** Fast shutdown: open transactions are rolled back, committed ones are checkpointed. Returns when it has ended. */
    void stop() throws IOException {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        }
        awaitEnd();
    }

    private void awaitEnd() throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "PostgreSQL (process %d) has not stopped within %s".formatted(process.pid(), PATIENCE), e);
        }
    }
}
