package dev.sealpost.intake;

/** Gives other packages' measurements what reads events. */
public final class EventParsing {

    private EventParsing() {}

    public static EventJson json() {
        return new EventJson();
    }
}
