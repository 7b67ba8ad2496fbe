/**
 * The Camel glue: the steps' processors, the intake unit, the wiretap. The steps work in the lawful order or not at all.
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
            "signature",
            "delivery",
            "configuration",
            "mail"
        })
package dev.sealpost.routing;

import org.springframework.modulith.ApplicationModule;
