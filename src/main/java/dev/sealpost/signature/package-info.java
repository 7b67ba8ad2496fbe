/**
 * Signed events: which business system vouches for an event, with which key, and where its signature is. What does not bear a valid
 * signature of the signer a flow names is not read.
 */
@ApplicationModule(allowedDependencies = {"message", "intake", "configuration"})
package dev.sealpost.signature;

import org.springframework.modulith.ApplicationModule;
