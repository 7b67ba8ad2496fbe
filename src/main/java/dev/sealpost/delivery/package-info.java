/**
 * The outbox and its state machine: nothing accepted is lost, nothing is sent blindly twice, consent is checked again before each
 * send.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "message",
            "vault",
            "subject",
            "audit",
            "intake",
            "consent",
            "minimisation",
            "sealing",
            "window",
            "pacing",
            "pause",
            "access",
            "configuration"
        })
package dev.sealpost.delivery;

import org.springframework.modulith.ApplicationModule;
