package dev.sealpost.bench;

import com.zaxxer.hikari.HikariDataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The same as {@link ComplianceRoute}, with Camel's own component for SQL. */
public final class ComponentsRoute extends RouteBuilder {

    private static final String SELECT =
            "sql:SELECT status FROM consent WHERE phone_hash = :#phone AND purpose = 'order-updates'"
                    + "?outputType=SelectOne&outputHeader=status";
    private static final String KEEP = "sql:INSERT INTO message VALUES (:#id, :#content, now())?noop=true";
    private static final String RECORD =
            "sql:INSERT INTO audit (message, what, at) VALUES (:#id, 'sending', now())?noop=true";
    private static final String ORDER = "order";

    private final KafkaToHttp uris;

    private ComponentsRoute(KafkaToHttp uris) {
        this.uris = uris;
    }

    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = ComplianceRoute.pool(arguments);
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("pool", pool);
        camel.addRoutes(new ComponentsRoute(KafkaToHttp.of(arguments)));
        camel.start();
        Thread.currentThread().join();
    }

    /** The parameters of the statements are a Map in the body: for any other body camel-sql first tries to make one of it, each time. */
    @Override
    public void configure() {
        from(uris.kafka())
                .convertBodyTo(String.class)
                .setProperty(ORDER, body())
                .process(new StatementParameters())
                .to(SELECT)
                .filter(header("status").isEqualTo("granted"))
                .to(KEEP)
                .to(RECORD)
                .setBody(exchangeProperty(ORDER))
                .process(new TemplateMessage())
                .to(uris.http());
    }
}
