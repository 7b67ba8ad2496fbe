/**
 * Says what is wrong with a flow before it runs: an allow-list over what a flow may consist of, the same for YAML files and for routes
 * of the Java DSL. A hub with a finding does not start. Holds no personal data: it never sees a message.
 */
@ApplicationModule(allowedDependencies = {"configuration", "consent", "minimisation", "whatsapp :: request", "message"})
package dev.sealpost.lint;

import org.springframework.modulith.ApplicationModule;
