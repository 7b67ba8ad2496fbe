/**
 * Embedded PostgreSQL, Kafka, mailbox and WhatsApp Cloud API for the default run and the tests, on 127.0.0.1 only; left out of
 * {@code sealpost.jar}. To the hub it is the outside world: it knows nothing of it but its public API.
 */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.sandbox;

import org.springframework.modulith.ApplicationModule;
