package dev.sealpost.sandbox.whatsapp.page;

import java.nio.file.Path;
import java.util.Optional;

/** The files that messages refer to by an id. */
@FunctionalInterface
public interface UploadedMedia {
    /** @param type as whoever uploaded it says: not to be trusted */
    record Medium(Path file, String type) {}

    /**
     * @param number the business's number whose message it is, as Meta's phone number id
     * @return empty if there is none, or none any more
     */
    Optional<Medium> find(String number, String id);
}
