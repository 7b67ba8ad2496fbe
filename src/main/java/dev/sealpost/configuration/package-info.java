/**
 * Reads the files of {@code config/} and checks every setting strictly, with positions. Everything that is wrong in any of them is
 * reported at once, before any bean exists. Also keeps log messages on one line and message content out of the log.
 */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.configuration;

import org.springframework.modulith.ApplicationModule;
