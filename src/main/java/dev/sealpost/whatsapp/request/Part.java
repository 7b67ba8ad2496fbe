package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.media.MediaFile;
import java.util.stream.Stream;

/** A piece of a request as the configuration describes it, with places for fields. */
sealed interface Part permits TextPart, NumberPart, FlagPart, GroupPart, ListPart, UploadPart, MessagePart {

    /** The minimised fields it takes. */
    Stream<String> fields();

    /** The files that have to be uploaded first. */
    default Stream<MediaFile> files() {
        return Stream.empty();
    }

    /** With the message's values. What does not fit is refused through the filling. */
    JsonNode fill(Filling filling);
}
