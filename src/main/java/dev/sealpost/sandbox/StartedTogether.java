package dev.sealpost.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Servers that start side by side, and stop all if one of them cannot start. */
final class StartedTogether implements AutoCloseable {
    private final List<CompletableFuture<? extends AutoCloseable>> starts = new ArrayList<>();

    <T extends AutoCloseable> CompletableFuture<T> start(Callable<T> part) {
        var start = new CompletableFuture<T>();
        new Thread(() -> run(part, start), "sandbox-start").start();
        starts.add(start);
        return start;
    }

    private static <T> void run(Callable<T> part, CompletableFuture<T> start) {
        try {
            start.complete(part.call());
        } catch (Throwable e) {
            start.completeExceptionally(e);
        }
    }

    /** Waits for all; throws the first failure, after stopping the others. */
    void await() throws IOException {
        Throwable failure = null;
        for (CompletableFuture<?> start : starts) {
            try {
                start.join();
            } catch (CompletionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
        if (failure != null) {
            close();
            rethrow(failure);
        }
    }

    private static void rethrow(Throwable failure) throws IOException {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        throw new IOException("The sandbox did not start", failure);
    }

    /** In the reverse order of their starts. */
    @Override
    public void close() throws IOException {
        for (int i = starts.size() - 1; i >= 0; i--) {
            if (!starts.get(i).isCompletedExceptionally()) {
                close(starts.get(i).join());
            }
        }
    }

    private static void close(AutoCloseable part) throws IOException {
        try {
            part.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Cannot stop " + part.getClass().getSimpleName(), e);
        }
    }
}
