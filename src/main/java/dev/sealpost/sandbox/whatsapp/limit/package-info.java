/** Meta's limits on sending, enforced when switched on: messages a second, messages to one person, people a day. */
package dev.sealpost.sandbox.whatsapp.limit;
