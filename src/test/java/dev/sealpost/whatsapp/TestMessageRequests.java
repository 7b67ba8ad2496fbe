package dev.sealpost.whatsapp;

import dev.sealpost.whatsapp.media.MediaUploads;
import dev.sealpost.whatsapp.request.Approvals;
import dev.sealpost.whatsapp.request.Composer;
import dev.sealpost.whatsapp.request.Definitions;
import dev.sealpost.whatsapp.request.InboundWamids;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The channel's requests without a database; nobody wrote, and everything is approved. */
final class TestMessageRequests {

    private TestMessageRequests() {}

    /** @param uploads null where no message shows a file */
    static MessageRequests of(Definitions definitions, MediaUploads uploads) {
        var nobody = new StaticListableBeanFactory();
        return new MessageRequests(
                new Composer(definitions),
                uploads,
                nobody.getBeanProvider(InboundWamids.class),
                nobody.getBeanProvider(Approvals.class),
                nobody.getBeanProvider(ReachedPeople.class),
                new EarlyClosings(),
                Sender::token);
    }
}
