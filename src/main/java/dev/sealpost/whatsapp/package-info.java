/**
 * The delivery channel to the WhatsApp Cloud API and its webhook. Never a hung exchange, never an unclassified outcome, never a
 * phone number in a log.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "message",
            "http",
            "vault",
            "subject",
            "intake",
            "window",
            "audit",
            "consent",
            "sealing",
            "pacing",
            "delivery",
            "pause",
            "access",
            "configuration"
        })
package dev.sealpost.whatsapp;

import org.springframework.modulith.ApplicationModule;
