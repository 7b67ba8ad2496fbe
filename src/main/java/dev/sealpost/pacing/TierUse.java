package dev.sealpost.pacing;

import java.time.Instant;

/**
 * How much of its limit of people a portfolio has used.
 *
 * @param people counted now
 * @param told Meta's word on the limit; {@link PacedSender#UNLIMITED} if it never said any
 * @param promisedUntil places that become free until then are promised to messages that wait already; or null
 */
record TierUse(String portfolio, int people, int told, Instant promisedUntil) {}
