/**
 * Turns a raw event into a {@link ReceivedMessage} or says why not. Each source id, kept as a blind index, is accepted once per flow.
 */
@ApplicationModule(allowedDependencies = {"message", "vault", "subject", "audit", "configuration"})
package dev.sealpost.intake;

import org.springframework.modulith.ApplicationModule;
