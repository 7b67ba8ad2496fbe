/**
 * Key-encryption keys, one data key for each subject, blind-index keys. Nothing outside this package ever sees a raw key.
 */
@ApplicationModule(allowedDependencies = {"database", "message", "configuration"})
package dev.sealpost.vault;

import org.springframework.modulith.ApplicationModule;
