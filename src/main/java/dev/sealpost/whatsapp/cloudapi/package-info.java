/**
 * One POST to the Cloud API and what it means: every answer, every missing answer and every failure becomes exactly one
 * {@link dev.sealpost.delivery.DeliveryOutcome}, in bounded time and memory.
 */
package dev.sealpost.whatsapp.cloudapi;
