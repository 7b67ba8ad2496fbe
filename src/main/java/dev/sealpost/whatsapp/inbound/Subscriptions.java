package dev.sealpost.whatsapp.inbound;

import dev.sealpost.intake.SourceFlows;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which flows of this hub start from {@code kamelet:whatsapp-inbound}, be they running or stopped. */
@Component
class Subscriptions {

    private final ObjectProvider<CamelContext> context;
    private final SourceFlows flows;
    private final Map<String, Subscription> bySource = new ConcurrentHashMap<>();

    Subscriptions(ObjectProvider<CamelContext> context, SourceFlows flows) {
        this.context = context;
        this.flows = flows;
    }

    /** @param sourceRoute the id of the source kamelet's own route */
    void add(String sourceRoute, Subscription subscription) {
        bySource.put(sourceRoute, subscription);
    }

    void remove(String sourceRoute) {
        bySource.remove(sourceRoute);
    }

    /** Before that it is not known which flows there are. */
    boolean areKnown() {
        return context.getObject().isStarted();
    }

    /** While it is not known, someone may. */
    boolean mayWant(String kind, String sender) {
        return !areKnown() || bySource.values().stream().anyMatch(one -> one.wants(kind, sender));
    }

    /** By flow, in one order whatever the hub. */
    Map<String, Subscription> byFlow() {
        Map<String, Subscription> byFlow = new TreeMap<>();
        bySource.forEach((source, subscription) -> byFlow.put(flows.fedBy(source), subscription));
        return byFlow;
    }
}
