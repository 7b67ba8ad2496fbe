/**
 * The command line.
 */
@ApplicationModule(allowedDependencies = {"configuration"})
package dev.sealpost.cli;

import org.springframework.modulith.ApplicationModule;
