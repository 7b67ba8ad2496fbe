package dev.sealpost.sandbox.net;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server of the sandbox, reachable from this machine only. Takes its port at once and answers after {@link #start()}. */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int STOP_SECONDS = 0;

    private final HttpServer server;
    private final ExecutorService workers;

    private LoopbackServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * @param name of its threads, which keep no JVM alive
     * @param threads how many requests are worked on at once
     * @throws PortTaken if another process listens on the port
     */
    public static LoopbackServer bind(LoopbackPort port, String name, int threads) throws IOException {
        HttpServerTuning.apply();
        try {
            HttpServer server = HttpServer.create(port.address(), BACKLOG);
            return new LoopbackServer(server, Executors.newFixedThreadPool(threads, DaemonThreads.named(name)));
        } catch (BindException e) {
            throw port.taken();
        }
    }

    /** The handler of what is below a path; the longest path counts. */
    public LoopbackServer serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    public void start() {
        server.setExecutor(workers);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        workers.shutdownNow();
    }
}
