package dev.sealpost.whatsapp.notice;

import dev.sealpost.subject.Handles;
import java.time.Instant;

/** A person told WhatsApp whether they want marketing from this business. */
public record MarketingPreference(Handles person, Choice choice, Instant at) implements Notice {

    /** What they chose. */
    public enum Choice {
        STOP,
        RESUME,
        OTHER
    }

    @Override
    public String toString() {
        return "MarketingPreference[" + choice + "]";
    }
}
