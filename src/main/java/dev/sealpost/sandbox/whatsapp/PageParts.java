package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.page.BusinessNumber;
import dev.sealpost.sandbox.whatsapp.page.PhonePage;
import dev.sealpost.sandbox.whatsapp.page.UploadedMedia;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;
import java.util.Optional;

/** Hands the page at {@code /} what it shows: the record, the templates and the business's numbers. */
record PageParts(CloudApiSettings settings, Storage storage, Account account, ErrorTable errors) {
    /** As {@code verified_name} has it. */
    private static final String BUSINESS = "Sandbox Shop";

    PhonePage page() {
        return new PhonePage(
                new ReceivedChats(storage.messages(), settings.delays(), errors),
                new WrittenChats(storage),
                this::components,
                this::medium,
                settings.senders().stream().map(PageParts::shown).toList());
    }

    private List<LenientObject> components(String number, String name, String language) {
        return account.numberOrFirst(number)
                .flatMap(sender -> storage.templates().find(sender.account(), name, language))
                .map(template -> new LenientObject(template.node()).list("components"))
                .orElse(List.of());
    }

    private Optional<UploadedMedia.Medium> medium(String number, String id) {
        return account.numberOrFirst(number)
                .flatMap(sender -> storage.media().find(sender.account(), id))
                .map(file -> new UploadedMedia.Medium(storage.media().path(file), file.mimeType()));
    }

    private static BusinessNumber shown(Sender sender) {
        return new BusinessNumber(sender.phoneNumberId(), BUSINESS, sender.number());
    }
}
