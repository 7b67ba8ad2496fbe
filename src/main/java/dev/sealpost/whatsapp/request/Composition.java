package dev.sealpost.whatsapp.request;

import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.media.MediaFile;
import java.util.List;
import java.util.Optional;

/** What became of making a request. */
public sealed interface Composition {

    /** A request as it is to be posted. Prints none of it. */
    record Ready(byte[] json, Facts facts) implements Composition {

        /**
         * @param freeForm whether the flow's message is a free-form one
         * @param otherwise whether it goes as one, with a template for when the 24 hours turn out to be over
         * @param files the uploaded files it shows
         * @param instead the template that is sent in the place of the free-form message, and why
         */
        public record Facts(boolean freeForm, boolean otherwise, List<MediaFile> files, Optional<Instead> instead) {}

        @Override
        public String toString() {
            return "Ready[" + json.length + " bytes]";
        }
    }

    record Instead(String template, Reason why) {}

    /** It cannot be sent, now and later. */
    record Refused(Reason reason) implements Composition {}

    /** It may be sent later: what it needs is paused, or cannot be asked now. */
    record Waiting(Reason reason) implements Composition {}

    /** It can be sent once these files are uploaded. */
    record Awaiting(List<MediaFile> files) implements Composition {}
}
