package dev.sealpost.whatsapp;

import java.util.Locale;

/** What a whole message may mean to the hub itself. */
public enum Keyword {
    /** No message any more, for no purpose. */
    STOP,
    /** Agrees to what was asked. */
    AGREE,
    /** Wants to know what is known about them. */
    MY_DATA;

    /** {@code stop}, {@code agree}, {@code my-data}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
