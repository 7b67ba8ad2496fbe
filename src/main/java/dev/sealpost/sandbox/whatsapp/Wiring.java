package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.AppSwitches;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.graph.GraphApi;
import dev.sealpost.sandbox.whatsapp.graph.MediaAddress;
import dev.sealpost.sandbox.whatsapp.graph.MediaDownload;
import dev.sealpost.sandbox.whatsapp.limit.SendingLimits;
import dev.sealpost.sandbox.whatsapp.media.MediaFile;
import dev.sealpost.sandbox.whatsapp.message.MessageCheck;
import dev.sealpost.sandbox.whatsapp.page.PhonePage;
import dev.sealpost.sandbox.whatsapp.template.Template;
import dev.sealpost.sandbox.whatsapp.template.TemplateNews;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Responder;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the parts of the Cloud API together. */
final class Wiring implements AutoCloseable {
    private final CloudApiSettings settings;
    private final Storage storage;
    private final Responder responder;
    private final ErrorTable errors = new ErrorTable();
    private final Faults faults = new Faults();
    private final Map<String, Webhooks> webhooks = new LinkedHashMap<>();
    private final SendingLimits limits = new SendingLimits(InstantSource.system());
    private final ServiceWindows windows = new ServiceWindows();
    private final AppSwitches switches = new AppSwitches();
    private final MediaAddress address = new MediaAddress();
    private final Account account;
    private final Notices notices;
    private final EventPost events;

    Wiring(CloudApiSettings settings, Storage storage, Responder responder) {
        this.settings = settings;
        this.storage = storage;
        this.responder = responder;
        this.account = new Account(settings.senders(), switches);
        this.notices = new Notices(webhooks, settings.delays());
        this.events = new EventPost(storage.inbound(), windows, notices);
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
        Notices.reopen(storage.inbound(), windows);
        notices.resume(storage.messages(), storage.inbound(), storage.acknowledged());
        webhooks.values().forEach(Webhooks::start);
    }

    GraphApi graphApi() {
        var check = new MessageCheck(errors, storage.templates(), this::mimeType);
        var acceptance = new Acceptance(errors, limits, windows, storage, notices);
        var send = new SendMessage(check, errors, faults, storage, acceptance);
        var routes = new GraphRoutes(account, switches, storage, errors, this::tell, address).with(send);
        return new GraphApi(account, routes, responder);
    }

    private Optional<String> mimeType(String owner, String id) {
        return storage.media().find(owner, id).map(MediaFile::mimeType);
    }

    MediaDownload mediaDownload() {
        return new MediaDownload(account, storage.media(), address);
    }

    private void tell(String owner, Template template) {
        account.numberOf(owner)
                .map(sender -> new AccountChange(
                        sender.phoneNumberId(), TemplateNews.FIELD, TemplateNews.value(template), Instant.now()))
                .ifPresent(events::post);
    }

    ControlApi controlApi() {
        var faultsResource = new FaultsResource(faults, errors);
        var limitsResource = new LimitsResource(limits);
        var window = new WindowResource(windows);
        var app = new AppResource(switches);
        var health = new HealthResource(settings.instance(), storage.messages(), webhooks);
        var controls = new Controls()
                .on("GET health", body -> health.get())
                .on("POST inbound", new InboundResource(account, new InboundMedia(storage.media()), events)::post)
                .on("POST webhooks", new ChangesResource(account, events)::post)
                .on("PUT webhook", new WebhookResource(webhooks)::put)
                .on("POST templates", new TemplatesResource(storage.templates(), account, this::tell)::post)
                .on("GET limits", body -> limitsResource.get())
                .on("POST limits", limitsResource::post)
                .on("GET window", body -> window.get())
                .on("POST window", window::post)
                .on("GET app", body -> app.get())
                .on("POST app", app::post)
                .on("GET faults", body -> faultsResource.get())
                .on("POST faults", faultsResource::post)
                .on("DELETE faults", body -> faultsResource.delete());
        return new ControlApi(new Listings(storage), controls, responder);
    }

    PhonePage phonePage() {
        return new PageParts(settings, storage, account, errors).page();
    }

    @Override
    public void close() {
        webhooks.values().forEach(Webhooks::close);
    }
}
