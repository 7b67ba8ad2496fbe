/**
 * The webhook: only bodies that Meta has signed, durable before they are answered, handled at least once. What they hold is sealed
 * while it waits and not kept afterwards.
 */
package dev.sealpost.whatsapp.webhook;
