package dev.sealpost.fault;

import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnCrm;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The one hub that the tests kill and start again, in a process of its own, beside servers that live on. */
abstract class KillableHub {

    static final String FLOW = "order-shipped";

    static final Installation SHOP = Installation.of("killed")
            .with("sealpost.delivery.lease", "10s")
            .with("sealpost.delivery.sweep-interval", "500ms")
            .with("sealpost.whatsapp.connect-timeout", "2s")
            .with("sealpost.whatsapp.request-timeout", "5s");
    static final OwnCrm CRM = OwnCrm.start(SHOP.directory().resolve("crm"), 0);

    private static final int PORT = FreePort.next();
    private static HubProcess process;

    HubClient hub;

    @BeforeAll
    static void start() {
        if (process == null) {
            process = SHOP.withCrm(CRM).startHub(PORT);
        }
    }

    @BeforeEach
    void connect() {
        hub = SHOP.hubAt(PORT);
        SHOP.phone().clearFaults();
        CRM.clearFaults();
    }

    static void kill() {
        process.kill();
    }

    static void restart() {
        process = SHOP.startHub(PORT);
    }

    static void close() throws IOException {
        process.kill();
        SHOP.close();
        CRM.close();
    }
}
