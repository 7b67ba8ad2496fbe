package dev.sealpost.delivery;

import java.util.List;

/**
 * What one look into the outbox brought.
 *
 * @param full as many messages were due as were asked for, so there may be more
 */
record Claim(List<ClaimedMessage> messages, boolean full) {

    static final Claim NOTHING = new Claim(List.of(), false);
}
