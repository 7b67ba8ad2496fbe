package dev.sealpost.delivery;

import java.util.List;
import java.util.Set;

/**
 * What one look into the outbox brought.
 *
 * @param full as many messages were due as were asked for, so there may be more
 * @param exhausted the senders by which as many were due as their limits admitted
 */
record Claim(List<ClaimedMessage> messages, boolean full, Set<String> exhausted) {

    static final Claim NOTHING = new Claim(List.of(), false, Set.of());
}
