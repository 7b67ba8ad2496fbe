/**
 * A {@link ConsentedMessage} exists only if the purpose's lawful basis holds for this person now. Consent is an append-only
 * series of events with sealed evidence; the current state is derived from it.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "message",
            "vault",
            "subject",
            "audit",
            "intake",
            "access",
            "configuration",
            "places"
        })
package dev.sealpost.consent;

import org.springframework.modulith.ApplicationModule;
