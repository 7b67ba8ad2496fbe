/**
 * Reads the files of {@code config/} strictly, with positions. Everything that is wrong in any of them is reported at once,
 * before anything is started.
 */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.configuration;

import org.springframework.modulith.ApplicationModule;
