/**
 * Asks CRMs for what changed, page by page, as the Camel source {@code crm:CONNECTION}. What was committed is never asked for from the
 * start again, nothing is skipped, a CRM that answers nonsense stops its own poll only, and no address but the CRM's own is ever called.
 */
@ApplicationModule(allowedDependencies = {"message", "http", "vault", "audit", "intake", "configuration"})
package dev.sealpost.crm;

import org.springframework.modulith.ApplicationModule;
