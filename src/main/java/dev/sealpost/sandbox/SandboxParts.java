package dev.sealpost.sandbox;

import dev.sealpost.sandbox.crm.CrmApi;
import dev.sealpost.sandbox.kafka.KafkaPart;
import dev.sealpost.sandbox.mail.MailPart;
import dev.sealpost.sandbox.postgres.PostgresPart;
import dev.sealpost.sandbox.whatsapp.CloudApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * The sandbox's servers: PostgreSQL, Kafka, a mailbox, a CRM and the WhatsApp Cloud API, started side by side, all on 127.0.0.1. Their data
 * survives a restart, also after {@code kill -9}. One process at a time runs them on a directory.
 */
public final class SandboxParts implements AutoCloseable {
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String MAIL = "mail";

    private final DirectoryLock lock;
    private final PartsFile file;
    private final SandboxCredentials credentials;
    private final StartedTogether started;
    private final RunningParts addresses;

    private SandboxParts(
            DirectoryLock lock,
            PartsFile file,
            SandboxCredentials credentials,
            StartedTogether started,
            RunningParts addresses) {
        this.lock = lock;
        this.file = file;
        this.credentials = credentials;
        this.started = started;
        this.addresses = addresses;
    }

    /**
     * Returns when all of them answer. If one does not start, none keeps running.
     *
     * @throws dev.sealpost.sandbox.net.PortTaken if a port is in use
     * @throws DirectoryInUse if another process runs servers on the directory
     */
    public static SandboxParts start(SandboxSettings settings) throws IOException {
        DirectoryLock lock = DirectoryLock.take(settings.directory());
        try {
            settings.requireFreePorts();
            if (settings.fresh()) {
                FreshStart.empty(settings.directory());
            }
            return start(settings, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static SandboxParts start(SandboxSettings settings, DirectoryLock lock) throws IOException {
        Path directory = settings.directory();
        SandboxCredentials credentials = SandboxCredentials.in(directory);
        String instance = UUID.randomUUID().toString();
        var together = new StartedTogether();
        var postgres = together.start(() ->
                PostgresPart.start(directory.resolve(POSTGRES), settings.postgres(), credentials.postgresPassword()));
        var kafka = together.start(() -> KafkaPart.start(directory.resolve(KAFKA), settings.kafka()));
        var cloudApi = together.start(() -> CloudApi.start(settings.cloudApi(instance)));
        var mail = together.start(() -> MailPart.start(directory.resolve(MAIL), settings.smtp(), settings.imap()));
        var crm = together.start(() -> CrmApi.start(settings.crmApi()));
        together.await();
        var addresses = new RunningParts(
                ProcessHandle.current().pid(),
                instance,
                Instant.now().toString(),
                postgres.join().port(),
                kafka.join().port(),
                cloudApi.join().port(),
                mail.join().smtpPort(),
                mail.join().imapPort(),
                crm.join().port());
        var file = new PartsFile(directory);
        file.write(addresses);
        return new SandboxParts(lock, file, credentials, together, addresses);
    }

    RunningParts addresses() {
        return addresses;
    }

    SandboxCredentials credentials() {
        return credentials;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            file.delete();
            started.close();
        }
    }
}
