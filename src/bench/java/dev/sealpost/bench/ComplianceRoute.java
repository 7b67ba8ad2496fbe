package dev.sealpost.bench;

import com.zaxxer.hikari.HikariDataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Kafka to HTTP with consent, encryption and a record, message by message, four consumers; statements through Spring's JdbcTemplate. */
public final class ComplianceRoute extends RouteBuilder {

    private final KafkaToHttp uris;
    private final ComplianceSteps steps;

    private ComplianceRoute(KafkaToHttp uris, ComplianceSteps steps) {
        this.uris = uris;
        this.steps = steps;
    }

    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = pool(arguments);
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addRoutes(new ComplianceRoute(KafkaToHttp.of(arguments), new ComplianceSteps(new JdbcTemplate(pool))));
        camel.start();
        Thread.currentThread().join();
    }

    static HikariDataSource pool(String... arguments) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[4]);
        pool.setUsername(arguments[5]);
        pool.setPassword(arguments[6]);
        return pool;
    }

    @Override
    public void configure() {
        from(uris.kafka()).process(steps).process(new TemplateMessage()).to(uris.http());
    }
}
