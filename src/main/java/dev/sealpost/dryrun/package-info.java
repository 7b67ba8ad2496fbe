/**
 * Runs one event through a flow's real steps without a hub: consent, keys and outbox are its own and live in memory, so that nothing is
 * sent and nothing stored. What it shows is the engineer's own sample, on their own terminal.
 */
@ApplicationModule(
        allowedDependencies = {
            "message",
            "vault",
            "subject",
            "audit",
            "intake",
            "consent",
            "minimisation",
            "sealing",
            "delivery",
            "whatsapp :: request",
            "lint",
            "configuration"
        })
package dev.sealpost.dryrun;

import org.springframework.modulith.ApplicationModule;
