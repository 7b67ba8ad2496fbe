package dev.sealpost.sandbox.crm;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * A small CRM on 127.0.0.1: contacts with an opt-in, a list of those that changed, access tokens by client credentials. Its contacts
 * survive a kill of the process. Told to, it fails in the ways real ones do.
 */
public final class CrmApi implements AutoCloseable {
    private static final int WORKERS = 4;
    private static final int BACKLOG = 64;
    private static final int STOP_SECONDS = 0;

    private final HttpServer server;
    private final Contacts contacts;
    private final ExecutorService workers;

    private CrmApi(HttpServer server, Contacts contacts) {
        this.server = server;
        this.contacts = contacts;
        var threads = new CustomizableThreadFactory("sandbox-crm-");
        threads.setDaemon(true);
        this.workers = Executors.newFixedThreadPool(WORKERS, threads);
    }

    /** @throws dev.sealpost.sandbox.net.PortTaken if another process listens on the port */
    public static CrmApi start(CrmApiSettings settings) throws IOException {
        HttpServer server = bind(settings);
        try {
            var api = new CrmApi(server, Contacts.open(settings.directory()));
            api.serve(settings);
            return api;
        } catch (IOException | RuntimeException e) {
            server.stop(STOP_SECONDS);
            throw e;
        }
    }

    private void serve(CrmApiSettings settings) {
        var tokens = new Tokens(settings);
        var faults = new CrmFaults();
        var usage = new Usage();
        server.createContext("/oauth/token", new TokenResource(tokens, faults, usage));
        server.createContext("/contacts", new ContactList(contacts, tokens, faults, usage));
        server.createContext("/_sandbox/", new CrmControl(contacts, tokens, faults, usage));
        server.setExecutor(workers);
        server.start();
    }

    private static HttpServer bind(CrmApiSettings settings) throws IOException {
        try {
            return HttpServer.create(settings.port().address(), BACKLOG);
        } catch (BindException e) {
            throw settings.port().taken();
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** For {@code sealpost.crm.base-url}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() throws IOException {
        server.stop(STOP_SECONDS);
        workers.shutdownNow();
        contacts.close();
    }
}
