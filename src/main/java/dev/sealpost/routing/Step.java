package dev.sealpost.routing;

import dev.sealpost.message.Reason;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * One of the vetted steps. It takes only the type that the step before it makes, so that a flow in another order fails closed
 * whatever its YAML says.
 *
 * @param <T> the state it takes
 */
abstract class Step<T> implements Processor {

    private final Class<T> takes;
    private final String needs;
    private final IntakeUnits units;

    /** @param needs the step that makes what this one takes */
    Step(Class<T> takes, String needs, IntakeUnits units) {
        this.takes = takes;
        this.needs = needs;
        this.units = units;
    }

    abstract Verdict decide(T message, Passage passage);

    @Override
    public final void process(Exchange exchange) {
        Passage passage = Passage.of(exchange);
        Object body = exchange.getMessage().getBody();
        Verdict verdict = takes.isInstance(body) ? decide(takes.cast(body), passage) : wrongOrder(body);
        passage.conclude(verdict, units);
    }

    private Verdict wrongOrder(Object body) {
        String found = body == null ? "nothing" : body.getClass().getSimpleName();
        return new Verdict.SetAside(Reason.of(
                "wrong-order",
                getClass().getSimpleName() + " takes a " + takes.getSimpleName() + ", which " + needs
                        + " makes; it got " + found));
    }
}
