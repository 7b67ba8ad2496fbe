package dev.sealpost.whatsapp;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sealpost.pause.ActivePauses;
import dev.sealpost.pause.Pauses;
import dev.sealpost.whatsapp.media.MediaUploads;
import dev.sealpost.whatsapp.request.Approvals;
import dev.sealpost.whatsapp.request.Composer;
import dev.sealpost.whatsapp.request.Definitions;
import dev.sealpost.whatsapp.request.InboundWamids;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The channel's requests without a database; nobody wrote, and everything is approved. */
final class TestMessageRequests {

    private TestMessageRequests() {}

    static MessageRequests of(Definitions definitions, MediaUploads uploads) {
        return of(definitions, uploads, nothingPaused());
    }

    static Pauses nothingPaused() {
        Pauses none = mock(Pauses.class);
        when(none.recent()).thenReturn(new ActivePauses(List.of()));
        return none;
    }

    /** @param uploads null where no message shows a file */
    static MessageRequests of(Definitions definitions, MediaUploads uploads, Pauses pauses) {
        var nobody = new StaticListableBeanFactory();
        return new MessageRequests(
                new Composer(definitions),
                uploads,
                nobody.getBeanProvider(InboundWamids.class),
                nobody.getBeanProvider(Approvals.class),
                nobody.getBeanProvider(ReachedPeople.class),
                new EarlyClosings(),
                Sender::token,
                pauses);
    }
}
