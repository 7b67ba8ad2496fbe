/**
 * API keys and their scopes, kept hashed. A request without a valid key reaches nothing but what is public by design.
 */
@ApplicationModule(allowedDependencies = {"message", "audit", "configuration", "places"})
package dev.sealpost.access;

import org.springframework.modulith.ApplicationModule;
