package dev.sealpost.sandbox.crm;

import dev.sealpost.sandbox.net.LoopbackServer;
import java.io.IOException;
import java.net.URI;

/**
 * A small CRM on 127.0.0.1: contacts with an opt-in, a list of those that changed, access tokens by client credentials. Its contacts
 * survive a kill of the process. Told to, it fails in the ways real ones do.
 */
public final class CrmApi implements AutoCloseable {
    private static final int WORKERS = 4;

    private final LoopbackServer server;
    private final Contacts contacts;

    private CrmApi(LoopbackServer server, Contacts contacts) {
        this.server = server;
        this.contacts = contacts;
    }

    /** @throws dev.sealpost.sandbox.net.PortTaken if another process listens on the port */
    public static CrmApi start(CrmApiSettings settings) throws IOException {
        LoopbackServer server = LoopbackServer.bind(settings.port(), "sandbox-crm", WORKERS);
        try {
            var api = new CrmApi(server, Contacts.open(settings.directory()));
            api.serve(settings);
            return api;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void serve(CrmApiSettings settings) {
        var tokens = new Tokens(settings);
        var faults = new CrmFaults();
        var usage = new Usage();
        server.serve("/oauth/token", new TokenResource(tokens, faults, usage))
                .serve("/contacts", new ContactList(contacts, tokens, faults, usage))
                .serve("/_sandbox/", new CrmControl(contacts, tokens, faults, usage))
                .start();
    }

    public int port() {
        return server.port();
    }

    /** For {@code sealpost.crm.base-url}. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() throws IOException {
        server.close();
        contacts.close();
    }
}
