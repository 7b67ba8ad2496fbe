package dev.sealpost.sandbox.whatsapp;

import java.util.Locale;

/** A status that a webhook reports. The order is part of the record's format: a bit for each. */
enum Status {
    SENT,
    DELIVERED,
    READ,
    FAILED;

    static final Status[] ALL = values();

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
