/**
 * Ids (UUIDv7, always the hub's own) and the vocabulary every package shares. Holds no behaviour that could touch
 * personal data.
 */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.message;

import org.springframework.modulith.ApplicationModule;
