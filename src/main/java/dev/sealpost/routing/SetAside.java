package dev.sealpost.routing;

import dev.sealpost.message.Reason;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * What a routing policy does with a message whose step failed: a sealed dead letter with the reason. A message that came alone and
 * whose unit could not be opened or committed is not set aside; its source keeps it.
 */
public final class SetAside implements Processor {

    private final IntakeUnits units;

    SetAside(IntakeUnits units) {
        this.units = units;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Arrival arrival = Passage.arrivalOf(exchange);
        if (arrival == null || arrival.ended()) {
            throw cause != null ? cause : new Passage.WrongOrder("kamelet:dead-letter belongs into a routing policy");
        }
        Passage.of(exchange).conclude(new Verdict.SetAside(reason(cause)), units);
    }

    private static Reason reason(Exception cause) {
        if (cause instanceof Passage.WrongOrder wrong) {
            return Reason.of("wrong-order", wrong.getMessage());
        }
        return Reason.of("step-failed", cause == null ? "" : cause.getClass().getName());
    }
}
