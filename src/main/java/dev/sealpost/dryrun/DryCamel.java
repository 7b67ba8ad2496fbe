package dev.sealpost.dryrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.spring.SpringCamelContext;
import org.springframework.context.ApplicationContext;

/** A Camel of the dry run's own: the real kamelets, the real wiretap, no source. */
final class DryCamel implements AutoCloseable {

    private final SpringCamelContext camel;
    private final Path routes;

    DryCamel(ApplicationContext context, Path routes, Witness witness) {
        this.routes = routes;
        this.camel = new SpringCamelContext(context);
        camel.disableJMX();
        camel.setAllowUseOriginalMessage(false);
        camel.getPropertiesComponent().addPropertiesSource(new EnvironmentSource(context.getEnvironment()));
        camel.getCamelContextExtension().addInterceptStrategy(witness);
        context.getBeansOfType(RoutePolicyFactory.class).values().forEach(camel::addRoutePolicyFactory);
        KameletComponent kamelets = new KameletComponent();
        kamelets.setLocation("file:" + routes.toAbsolutePath().resolve("kamelets"));
        kamelets.setNoErrorHandler(true);
        camel.addComponent("kamelet", kamelets);
    }

    /** @return false if there is no such flow */
    boolean start(String flow, Collection<RouteBuilder> javaFlows) {
        try {
            boolean found = new FlowRoutes(camel, routes).add(flow, javaFlows);
            if (found) {
                camel.start();
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException("The flow does not start", e);
        }
    }

    Exchange send(byte[] event) {
        try (ProducerTemplate source = camel.createProducerTemplate()) {
            return source.send(
                    FlowRoutes.SAMPLE, exchange -> exchange.getMessage().setBody(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }
}
