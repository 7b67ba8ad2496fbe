/**
 * Append-only log of every decision, send, status, access and exchange, with contiguous indexes and RFC 6962 leaf hashes.
 * It never holds personal data.
 */
@ApplicationModule(allowedDependencies = {"database", "message", "vault", "configuration", "places"})
package dev.sealpost.audit;

import org.springframework.modulith.ApplicationModule;
