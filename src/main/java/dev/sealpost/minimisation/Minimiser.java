package dev.sealpost.minimisation;

import dev.sealpost.consent.ConsentedMessage;

/** Reduces a message to the fields its profile lists. */
public interface Minimiser {

    /** @param profile a profile of {@code config/minimisation.yml}, or null for the one named like the event */
    MinimisationDecision minimise(ConsentedMessage message, String profile);
}
