/**
 * What must not be sent for now: senders, templates, accounts, countries. A pause is durable and the same for all hubs; it begins and
 * ends with an audit entry in the same transaction.
 */
@ApplicationModule(allowedDependencies = {"database", "message", "audit", "access", "configuration"})
package dev.sealpost.pause;

import org.springframework.modulith.ApplicationModule;
