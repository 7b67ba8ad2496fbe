/**
 * A {@link MinimisedMessage} holds only fields that its profile lists, transformed as the profile says. What is not listed is
 * dropped and counted.
 */
@ApplicationModule(allowedDependencies = {"message", "vault", "subject", "audit", "intake", "consent", "configuration"})
package dev.sealpost.minimisation;

import org.springframework.modulith.ApplicationModule;
