package dev.sealpost.whatsapp.webhook;

import java.time.Instant;

/** A webhook that waits, sealed. */
record InboxRow(long id, Instant receivedAt, byte[] content, byte[] digest, int attempts) {

    @Override
    public String toString() {
        return "InboxRow[" + id + "]";
    }
}
