package dev.sealpost.whatsapp;

import java.time.Duration;

/**
 * Facts for health. What waits is over all hubs, the thread is this hub's.
 *
 * @param answering whether the database answered; if not, the time is unknown and negative
 * @param oldest of the messages that wait for a flow, how long the first has waited; zero if none does
 * @param handing whether the thread lives without which no flow gets what people write
 */
public record InboundStatus(boolean answering, Duration oldest, boolean handing) {}
