package dev.sealpost.routing;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.processor.aggregate.UseOriginalAggregationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    /** One message's failure is its own: it must not fail the batch it came with. */
    @Bean
    AggregationStrategy eachOnItsOwn() {
        return new UseOriginalAggregationStrategy(null, false);
    }
}
