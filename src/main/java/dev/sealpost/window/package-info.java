/**
 * Until when each person may be written to freely: 24 hours from their last message to the same sender. What is not known is closed.
 */
@ApplicationModule(allowedDependencies = {"database", "message"})
package dev.sealpost.window;

import org.springframework.modulith.ApplicationModule;
