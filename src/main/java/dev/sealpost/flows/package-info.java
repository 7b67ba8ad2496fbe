/**
 * Flows written in Java, for those who prefer it to YAML. They consist of the same kamelets and are checked like the YAML flows; like
 * those they reach nothing of the hub but through the steps.
 */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.flows;

import org.springframework.modulith.ApplicationModule;
