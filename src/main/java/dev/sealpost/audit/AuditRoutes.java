package dev.sealpost.audit;

import java.util.Collection;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jpa.JpaEndpoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sink of the wiretap: {@code direct:audit-wiretap} takes an {@link AuditRecord} or a collection of them and writes them in a
 * transaction of its own. An exchange whose record cannot be written fails.
 */
@Component
class AuditRoutes extends RouteBuilder {

    static final String SINK = "direct:audit-wiretap";
    static final String SINK_ROUTE = "audit-wiretap";

    /** With Spring's shared entity manager the writes use the transaction's connection; Camel's own would take a second one. */
    private static final String STORE =
            "jpa:java.util.List?usePersist=true&sharedEntityManager=true&joinTransaction=false";

    private final Redaction redaction;
    private final TransactionTemplate ownTransaction;

    AuditRoutes(Redaction redaction, PlatformTransactionManager transactions) {
        this.redaction = redaction;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void configure() {
        JpaEndpoint store = endpoint(STORE, JpaEndpoint.class);
        store.setTransactionStrategy(work -> ownTransaction.executeWithoutResult(tx -> work.run()));
        from(SINK)
                .routeId(SINK_ROUTE)
                .description("Writes down an exchange that belongs to no unit of work.")
                .startupOrder(1)
                .errorHandler(noErrorHandler())
                .setBody()
                .body(Object.class, this::append)
                .to(store);
    }

    private List<PendingAppend> append(Object body) {
        Collection<?> records = body instanceof Collection<?> several ? several : List.of(body);
        List<AuditRecord> entries = records.stream()
                .map(AuditRecord.class::cast)
                .map(redaction::apply)
                .toList();
        return entries.isEmpty() ? List.of() : List.of(new PendingAppend(entries));
    }
}
