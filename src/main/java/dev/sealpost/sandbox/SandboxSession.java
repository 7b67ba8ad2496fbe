package dev.sealpost.sandbox;

import dev.sealpost.sandbox.mail.MailPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The servers a hub uses: its own, or those of another process on the same directory. */
final class SandboxSession {
    private static final Duration OTHERS_START = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final SandboxSettings settings;
    private final RunningParts parts;
    private final SandboxCredentials credentials;
    private final Optional<SandboxParts> own;
    private boolean closed;

    private SandboxSession(
            SandboxSettings settings, RunningParts parts, SandboxCredentials credentials, Optional<SandboxParts> own) {
        this.settings = settings;
        this.parts = parts;
        this.credentials = credentials;
        this.own = own;
    }

    /** Empty if the servers are the business of the hub's other settings. */
    static Optional<SandboxSession> open(SandboxSettings settings) throws IOException {
        return switch (settings.parts()) {
            case EMBEDDED -> Optional.of(embedded(settings));
            case EXTERNAL -> external(settings);
            case AUTO -> Optional.of(automatic(settings));
        };
    }

    private static SandboxSession embedded(SandboxSettings settings) throws IOException {
        SandboxParts own = SandboxParts.start(settings);
        return new SandboxSession(settings, own.addresses(), own.credentials(), Optional.of(own));
    }

    private static Optional<SandboxSession> external(SandboxSettings settings) throws IOException {
        Optional<RunningParts> running = new PartsFile(settings.directory()).running();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        new WebhookTarget(running.get()).set(settings.webhook());
        SandboxCredentials credentials = SandboxCredentials.in(settings.directory());
        return Optional.of(new SandboxSession(settings, running.get(), credentials, Optional.empty()));
    }

    private static SandboxSession automatic(SandboxSettings settings) throws IOException {
        Optional<SandboxSession> running = settings.fresh() ? Optional.empty() : external(settings);
        if (running.isPresent()) {
            return running.get();
        }
        try {
            return embedded(settings);
        } catch (DirectoryInUse e) {
            return othersAboutToRun(settings).orElseThrow(() -> e);
        }
    }

    /** Whoever holds the directory may still be starting. A fresh start waits for nobody. */
    private static Optional<SandboxSession> othersAboutToRun(SandboxSettings settings) throws IOException {
        Instant deadline = Instant.now().plus(settings.fresh() ? Duration.ZERO : OTHERS_START);
        Optional<SandboxSession> session = Optional.empty();
        while (session.isEmpty() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            session = external(settings);
        }
        return session;
    }

    /** What a hub needs to know to use these servers. */
    Map<String, Object> hubSettings() {
        var values = new HashMap<String, Object>();
        values.put("spring.datasource.url", parts.jdbcUrl());
        values.put("spring.datasource.username", "postgres");
        values.put("spring.datasource.password", credentials.postgresPassword());
        values.put("sealpost.kafka.brokers", parts.brokers());
        values.put("sealpost.mail.host", "127.0.0.1");
        values.put("sealpost.mail.port", parts.imapPort());
        values.put("sealpost.mail.user", MailPart.USER);
        values.put("sealpost.mail.password", MailPart.PASSWORD);
        values.put("sealpost.whatsapp.base-uri", parts.cloudApi().toString());
        values.put(
                "sealpost.whatsapp.phone-number-id", settings.phoneNumberIds().get(0));
        values.put("sealpost.whatsapp.token", settings.token());
        values.put("sealpost.whatsapp.app-secret", settings.appSecret());
        values.put("sealpost.whatsapp.verify-token", settings.verifyToken());
        values.put("sealpost.crm.base-url", parts.crm().toString());
        values.put("sealpost.crm.token-url", parts.crm().resolve("/oauth/token").toString());
        values.put("sealpost.crm.client-id", settings.crmClientId());
        values.put("sealpost.crm.client-secret", settings.crmClientSecret());
        values.put("sealpost.access.bootstrap-key", credentials.apiKey());
        values.put("sealpost.access.admin.user", credentials.adminUser());
        values.put("sealpost.access.admin.password", credentials.adminPassword());
        return values;
    }

    /** What is to be said and done when the hub is ready. */
    Welcome welcome() {
        return new Welcome(settings, parts, credentials);
    }

    /** Stops the servers if they are the hub's own. */
    synchronized void close() {
        if (closed || own.isEmpty()) {
            return;
        }
        closed = true;
        try {
            own.get().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox did not stop cleanly", e);
        }
    }
}
