/**
 * A {@link SealedMessage} is AES-256-GCM ciphertext under the subject's own key, bound to message, subject and purpose.
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
            "configuration"
        })
package dev.sealpost.sealing;

import org.springframework.modulith.ApplicationModule;
