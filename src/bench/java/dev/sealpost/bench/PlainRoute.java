package dev.sealpost.bench;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Kafka to HTTP, message by message, four consumers. */
public final class PlainRoute extends RouteBuilder {

    private final KafkaToHttp uris;

    private PlainRoute(KafkaToHttp uris) {
        this.uris = uris;
    }

    public static void main(String[] arguments) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addRoutes(new PlainRoute(KafkaToHttp.of(arguments)));
        camel.start();
        Thread.currentThread().join();
    }

    @Override
    public void configure() {
        from(uris.kafka()).process(new TemplateMessage()).to(uris.http());
    }
}
