package dev.sealpost.whatsapp;

import java.time.Duration;

/**
 * Facts for health. What waits is over all hubs, the threads are this hub's.
 *
 * @param answering whether the database answered; if not, the numbers are unknown and negative
 * @param waiting stored webhooks that were not handled yet; more than 100,000 are not counted
 * @param oldest how long the first of them has waited
 * @param storing whether the thread lives without which no webhook is accepted
 * @param handling whether the thread lives without which none is handled
 */
public record WebhookStatus(boolean answering, long waiting, Duration oldest, boolean storing, boolean handling) {}
