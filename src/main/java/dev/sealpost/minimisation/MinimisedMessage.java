package dev.sealpost.minimisation;

import dev.sealpost.consent.ConsentedMessage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of a consented message may leave: the fields its profile lists, in the profile's order, transformed. Only
 * {@code minimisation} makes one. It prints none of its content.
 */
public final class MinimisedMessage {

    private final ConsentedMessage consented;
    private final String profile;
    private final Map<String, String> fields;
    private final int dropped;

    MinimisedMessage(ConsentedMessage consented, String profile, Map<String, String> fields, int dropped) {
        this.consented = consented;
        this.profile = profile;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.dropped = dropped;
    }

    public ConsentedMessage consented() {
        return consented;
    }

    public String profile() {
        return profile;
    }

    public Map<String, String> fields() {
        return fields;
    }

    /** How many fields of the event were dropped. Their names stay out: a name nobody listed may itself be personal data. */
    public int dropped() {
        return dropped;
    }

    @Override
    public String toString() {
        return "MinimisedMessage[" + consented.received().id() + ", profile=" + profile + "]";
    }
}
