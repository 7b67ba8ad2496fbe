package dev.sealpost.whatsapp;

import dev.sealpost.whatsapp.media.MediaAccount;
import dev.sealpost.whatsapp.media.MediaFile;
import dev.sealpost.whatsapp.media.MediaUploads;
import dev.sealpost.whatsapp.request.Approvals;
import dev.sealpost.whatsapp.request.InboundWamids;
import dev.sealpost.whatsapp.request.References;
import java.util.Optional;

/** What requests refer to, as one sender knows it. */
record SenderReferences(Sender sender, String token, MediaUploads uploads, InboundWamids inbound, Approvals approvals)
        implements References {

    @Override
    public Optional<String> mediaId(MediaFile file) {
        return uploads.id(account(), file);
    }

    @Override
    public Optional<String> wamid(String message) {
        return inbound.wamid(message);
    }

    @Override
    public boolean isApproved(String template, String language) {
        return approvals.isApproved(sender.account(), template, language);
    }

    @Override
    public String toString() {
        return "SenderReferences[" + sender.name() + "]";
    }

    MediaAccount account() {
        return new MediaAccount(sender.phoneNumberId(), token);
    }
}
