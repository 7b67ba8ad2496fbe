package dev.sealpost.whatsapp.request;

import java.util.Optional;

/** The messages that people sent, as far as the hub still knows Meta's ids of them. */
public interface InboundWamids {

    /** Meta's id (wamid), or empty if the hub does not know the message or has forgotten it. @param message the hub's id of it */
    Optional<String> wamid(String message);
}
