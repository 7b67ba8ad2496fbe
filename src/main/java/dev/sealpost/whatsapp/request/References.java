package dev.sealpost.whatsapp.request;

import dev.sealpost.whatsapp.media.MediaFile;
import java.util.Optional;

/** What requests refer to by ids of Meta's, as the sender that the message goes by knows them. */
public interface References {

    /** Meta's id of an uploaded file, or empty while there is none that can be used. */
    Optional<String> mediaId(MediaFile file);

    /** Meta's id (wamid) of a message that a person sent. @param message the hub's id of it */
    Optional<String> wamid(String message);

    /** Whether Meta would take the template in this language, as far as is known. */
    boolean isApproved(String template, String language);
}
