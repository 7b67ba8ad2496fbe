/**
 * Events handed over by REST. What is answered as accepted is committed, with the answer an {@code Idempotency-Key} will get again;
 * what is answered with a problem has left no trace.
 */
@ApplicationModule(allowedDependencies = {"message", "vault", "audit", "intake", "access", "places"})
package dev.sealpost.submission;

import org.springframework.modulith.ApplicationModule;
