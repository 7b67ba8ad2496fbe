package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.limit.SendingLimits;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Responder;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the parts of the Cloud API together. */
final class Wiring implements AutoCloseable {
    private final CloudApiSettings settings;
    private final Storage storage;
    private final Responder responder;
    private final ErrorTable errors = new ErrorTable();
    private final Faults faults = new Faults();
    private final Map<String, Webhooks> webhooks = new LinkedHashMap<>();
    private final SendingLimits limits = new SendingLimits(InstantSource.system());
    private final Account account;
    private final Notices notices;

    Wiring(CloudApiSettings settings, Storage storage, Responder responder) {
        this.settings = settings;
        this.storage = storage;
        this.responder = responder;
        this.account = new Account(settings.senders());
        this.notices = new Notices(webhooks, settings.delays());
        var client = new WebhookClient();
        var batches = new WebhookBatch(storage.messages(), storage.inbound(), errors);
        settings.senders().forEach(sender -> webhooks.put(sender.phoneNumberId(), webhooks(sender, batches, client)));
    }

    private Webhooks webhooks(Sender sender, WebhookBatch batches, WebhookClient client) {
        return new Webhooks(
                sender, batches, client, storage.acknowledged(), () -> faults.holdsStatuses(sender.phoneNumberId()));
    }

    /** Takes up what a former run has not told yet. */
    void start() throws IOException {
        notices.resume(storage.messages(), storage.inbound(), storage.acknowledged());
        webhooks.values().forEach(Webhooks::start);
    }

    GraphApi graphApi() {
        var send = new SendMessage(errors, faults, limits, storage.messages(), storage.refused(), notices);
        return new GraphApi(account, send, responder);
    }

    ControlApi controlApi() {
        var events = new EventPost(storage.inbound(), notices);
        return new ControlApi(
                new Listings(storage.messages(), storage.refused()),
                new FaultsResource(faults, errors),
                new LimitsResource(limits),
                new InboundResource(account, events),
                new ChangesResource(account, events),
                new WebhookResource(webhooks),
                new HealthResource(settings.instance(), storage.messages(), webhooks),
                responder);
    }

    @Override
    public void close() {
        webhooks.values().forEach(Webhooks::close);
    }
}
