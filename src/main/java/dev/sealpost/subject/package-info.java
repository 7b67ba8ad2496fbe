/**
 * Who a message is about, as a random reference. Phone numbers exist here only as keyed blind indexes.
 */
@ApplicationModule(allowedDependencies = {"database", "message", "vault", "audit", "configuration"})
package dev.sealpost.subject;

import org.springframework.modulith.ApplicationModule;
