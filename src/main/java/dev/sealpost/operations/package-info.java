/**
 * Health, metrics and the Hawtio console: what an operator may see, without personal data.
 */
@ApplicationModule(
        allowedDependencies = {
            "message",
            "vault",
            "audit",
            "pacing",
            "delivery",
            "pause",
            "whatsapp",
            "crm",
            "routing",
            "access",
            "configuration"
        })
package dev.sealpost.operations;

import org.springframework.modulith.ApplicationModule;
