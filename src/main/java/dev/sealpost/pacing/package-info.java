/**
 * How fast messages may go: by number, by person, by portfolio and by marketing's rules, shared by all hubs through the database. What
 * cannot be read admits nothing. It says when; what waits, and how, is delivery's.
 */
@ApplicationModule(allowedDependencies = {"database", "message", "audit", "window", "configuration"})
package dev.sealpost.pacing;

import org.springframework.modulith.ApplicationModule;
