package dev.sealpost.delivery;

import java.time.Duration;

/** What came of sending one claimed message. */
record Outcome(ClaimedMessage message, DeliveryOutcome result, Duration took) {}
