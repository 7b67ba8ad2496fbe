package dev.sealpost.sandbox.whatsapp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Meta's WhatsApp Cloud API as a business sees it, on 127.0.0.1: text and template messages, signed webhooks, and a record
 * of what people received that survives a kill of the process. Told to, it fails in the ways the real one does.
 *
 * <p>Not guaranteed: throughput and pair limits, the 24-hour window and media, which it does not know.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Cloud API, Messages</a>
 */
public final class CloudApi implements AutoCloseable {
    private static final int WORKERS = 8;
    private static final int CLOCKS = 2;
    private static final int BACKLOG = 1024;
    private static final int STOP_SECONDS = 0;

    private final HttpServer server;
    private final Storage storage;
    private final Wiring wiring;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(WORKERS, DaemonThreads.named("sandbox-whatsapp"));
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(CLOCKS, DaemonThreads.named("sandbox-whatsapp-clock"));

    private CloudApi(CloudApiSettings settings, HttpServer server, Storage storage) {
        this.server = server;
        this.storage = storage;
        this.wiring = new Wiring(settings, storage, new Responder(clock));
    }

    /** @throws dev.sealpost.sandbox.net.PortTaken if another process listens on the port */
    public static CloudApi start(CloudApiSettings settings) throws IOException {
        HttpServer server = bind(settings);
        try {
            var api = new CloudApi(settings, server, Storage.open(settings.directory()));
            api.serve();
            return api;
        } catch (IOException | RuntimeException e) {
            server.stop(STOP_SECONDS);
            throw e;
        }
    }

    private void serve() throws IOException {
        wiring.start();
        server.createContext("/", wiring.graphApi());
        server.createContext(ControlApi.PATH, wiring.controlApi());
        server.setExecutor(workers);
        server.start();
    }

    private static HttpServer bind(CloudApiSettings settings) throws IOException {
        HttpServerTuning.apply();
        try {
            return HttpServer.create(settings.port().address(), BACKLOG);
        } catch (BindException e) {
            throw settings.port().taken();
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** For {@code sealpost.whatsapp.base-uri}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() throws IOException {
        server.stop(STOP_SECONDS);
        workers.shutdownNow();
        clock.shutdownNow();
        wiring.close();
        storage.close();
    }
}
