package dev.sealpost.crm;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A source only: nothing is ever written to a CRM. */
final class CrmEndpoint extends DefaultEndpoint {

    private static final long LONGEST_TICK_MILLIS = 1000;

    private final FeedParameters parameters;
    private final boolean polls;
    private final Pollers pollers;

    CrmEndpoint(String uri, CrmComponent component, FeedParameters parameters, boolean polls, Pollers pollers) {
        super(uri, component);
        this.parameters = parameters;
        this.polls = polls;
        this.pollers = pollers;
    }

    /** It looks often whether a poll is due; when one is, the database decides. */
    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        CrmConsumer consumer = new CrmConsumer(this, processor, parameters, pollers);
        consumer.setDelay(Math.min(LONGEST_TICK_MILLIS, parameters.interval().toMillis()));
        consumer.setStartScheduler(polls);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("crm: is a source; nothing can be sent to it");
    }

    /** So that an endpoint without its own factory is fine: there is one for each source kamelet. */
    @Override
    public boolean isSingleton() {
        return true;
    }
}
