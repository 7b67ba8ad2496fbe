/**
 * The command line: what is not understood is said with its usage and does nothing, and every command ends with an exit code that
 * scripts may rely on. It holds no logic of the hub.
 */
@ApplicationModule(allowedDependencies = {"configuration", "dryrun", "lint"})
package dev.sealpost.cli;

import org.springframework.modulith.ApplicationModule;
