package dev.sealpost.whatsapp.inbound;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** A source only: {@link HandOver} hands messages to the flow itself, as {@code POST /api/messages} does. */
final class InboundEndpoint extends DefaultEndpoint {

    private final Subscription subscription;
    private final Subscriptions subscriptions;

    InboundEndpoint(String uri, InboundComponent component, Subscription subscription, Subscriptions subscriptions) {
        super(uri, component);
        this.subscription = subscription;
        this.subscriptions = subscriptions;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new Subscriber(processor);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("whatsapp-inbound: is a source; nothing can be sent to it");
    }

    /** A flow that is stopped keeps its subscription, and its messages wait; one that is removed has none. */
    private final class Subscriber extends DefaultConsumer {

        private Subscriber(Processor processor) {
            super(InboundEndpoint.this, processor);
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            subscriptions.add(getRouteId(), subscription);
        }

        @Override
        protected void doShutdown() throws Exception {
            subscriptions.remove(getRouteId());
            super.doShutdown();
        }
    }
}
