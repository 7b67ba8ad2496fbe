package dev.sealpost.cli.consents;

import dev.sealpost.cli.rest.HubClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Sends a few chunks at the same time, so that the hub and its database work side by side, and hands over their results in the order of
 * the file. Rows that may be about the same person are never on their way at the same time: what comes later in the file is recorded later.
 */
final class ChunksInFlight implements AutoCloseable {
    static final int MOST = 3;

    private final HubClient hub;
    private final Consumer<ChunkResult> results;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST);
    private final Deque<Sent> sent = new ArrayDeque<>();

    ChunksInFlight(HubClient hub, Consumer<ChunkResult> results) {
        this.hub = hub;
        this.results = results;
    }

    private record Sent(ImportChunk chunk, CompletableFuture<ChunkResult> answer) {}

    /** Waits until the chunk may go. What an earlier one failed with is thrown. */
    void send(ImportChunk chunk) {
        while (sent.size() == MOST || sent.stream().anyMatch(other -> other.chunk.mayShareSomebodyWith(chunk))) {
            takeOldest();
        }
        sent.add(new Sent(chunk, CompletableFuture.supplyAsync(() -> chunk.send(hub), threads)));
    }

    void awaitAll() {
        while (!sent.isEmpty()) {
            takeOldest();
        }
    }

    private void takeOldest() {
        try {
            results.accept(sent.remove().answer.join());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Chunks that are on their way may be recorded all the same; nobody hears of it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
