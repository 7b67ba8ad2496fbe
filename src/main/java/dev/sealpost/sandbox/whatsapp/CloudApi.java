package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.net.DaemonThreads;
import dev.sealpost.sandbox.net.LoopbackServer;
import dev.sealpost.sandbox.whatsapp.graph.MediaAddress;
import dev.sealpost.sandbox.whatsapp.page.PhonePage;
import dev.sealpost.sandbox.whatsapp.wire.Responder;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Meta's WhatsApp Cloud API as a business sees it, on 127.0.0.1: messages of every type, media, templates, numbers and their
 * settings, signed webhooks, limits, the 24-hour window, and a record of what people received that survives a kill of the
 * process. Told to, it fails in the ways the real one does.
 *
 * <p>Not guaranteed: that it knows every call of the real one; groups, calls, flows and catalogues it does not.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Cloud API, Messages</a>
 */
public final class CloudApi implements AutoCloseable {
    private static final int WORKERS = 8;
    private static final int CLOCKS = 2;

    private final LoopbackServer server;
    private final Storage storage;
    private final Wiring wiring;
    private final PhonePage page;
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(CLOCKS, DaemonThreads.named("sandbox-whatsapp-clock"));

    private CloudApi(CloudApiSettings settings, LoopbackServer server, Storage storage) {
        this.server = server;
        this.storage = storage;
        this.wiring = new Wiring(settings, storage, new Responder(clock));
        this.page = wiring.phonePage();
    }

    /** @throws dev.sealpost.sandbox.net.PortTaken if another process listens on the port */
    public static CloudApi start(CloudApiSettings settings) throws IOException {
        LoopbackServer server = LoopbackServer.bind(settings.port(), "sandbox-whatsapp", WORKERS);
        try {
            var api = new CloudApi(settings, server, Storage.open(settings.directory(), settings.senders()));
            api.serve();
            return api;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void serve() throws IOException {
        wiring.start();
        page.serve(server, wiring.graphApi());
        server.serve(MediaAddress.PATH, wiring.mediaDownload())
                .serve(ControlApi.PATH, wiring.controlApi())
                .start();
    }

    public int port() {
        return server.port();
    }

    /** For {@code sealpost.whatsapp.base-uri}. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() throws IOException {
        page.close();
        server.close();
        clock.shutdownNow();
        wiring.close();
        storage.close();
    }
}
