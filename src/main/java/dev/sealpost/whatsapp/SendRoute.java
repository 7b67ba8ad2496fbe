package dev.sealpost.whatsapp;

import dev.sealpost.audit.AuditStage;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.DeliveryOutcome.Uncertain;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.CloudApi;
import dev.sealpost.whatsapp.cloudapi.OneTimeBody;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingSupplier;

/**
 * Hands requests to the route {@code whatsapp-send} without holding a thread for them, and takes the outcomes from it. Whatever
 * happens in Camel, there is one: without a word from the service it is "not sent" if the request can still be withdrawn, else
 * unknown.
 */
@Component
class SendRoute {

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final CamelContext camel;
    private final Duration deadline;
    private AsyncProducer producer;

    SendRoute(CamelContext camel, CloudApi cloudApi) {
        this.camel = camel;
        this.deadline = cloudApi.deadline().plus(MARGIN);
    }

    /** The client's time-outs, and a margin in which it can tell what they mean. */
    Duration deadline() {
        return deadline;
    }

    CompletableFuture<DeliveryOutcome> send(CloudApiMessage request, OutboundMessage message) {
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        try {
            AsyncProducer route = producer();
            Exchange exchange = exchange(route.getEndpoint(), request, message);
            route.process(exchange, doneSync -> done.complete(exchange));
        } catch (RuntimeException notTaken) {
            done.completeExceptionally(notTaken);
        }
        return done.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .handle((exchange, failure) -> outcome(exchange, request.body()));
    }

    private static Exchange exchange(Endpoint endpoint, CloudApiMessage request, OutboundMessage message) {
        Exchange exchange = endpoint.createExchange();
        exchange.setProperty(WhatsAppRoutes.PHONE_NUMBER_ID, request.sender().phoneNumberId());
        exchange.setProperty(AuditStage.PROPERTY, message.stage());
        exchange.setProperty(AuditStage.MESSAGE, message.id());
        exchange.getIn().setBody(request);
        return exchange;
    }

    private static DeliveryOutcome outcome(Exchange exchange, OneTimeBody body) {
        DeliveryOutcome outcome =
                exchange == null ? null : exchange.getProperty(HubWhatsAppService.OUTCOME, DeliveryOutcome.class);
        if (outcome != null) {
            return outcome;
        }
        return body.withdraw()
                ? new RetryLater(Reason.of("not-sent", "the route did not take it"), null, Scope.SENDER)
                : new Uncertain(Reason.of("no-outcome", "the route ended without one"));
    }

    private synchronized AsyncProducer producer() {
        if (producer == null) {
            producer = ThrowingSupplier.of(
                            () -> camel.getEndpoint(WhatsAppRoutes.SEND).createAsyncProducer())
                    .get();
            producer.start();
        }
        return producer;
    }
}
