package dev.sealpost.routing;

import dev.sealpost.audit.AuditStage;
import org.apache.camel.Exchange;

/** One event on its way through a flow: its exchange, its arrival and the unit it belongs to. */
final class Passage {

    private static final String ARRIVAL = "sealpost.arrival";

    private final Exchange exchange;
    private final IntakeUnit unit;
    private final Arrival arrival;

    private Passage(Exchange exchange, IntakeUnit unit, Arrival arrival) {
        this.exchange = exchange;
        this.unit = unit;
        this.arrival = arrival;
    }

    /** @throws WrongOrder if no {@code receive} came before */
    static Passage of(Exchange exchange) {
        IntakeUnit unit = unitOf(exchange);
        Arrival arrival = exchange.getProperty(ARRIVAL, Arrival.class);
        if (unit == null || arrival == null) {
            throw new WrongOrder("kamelet:receive has to be the first step of a flow");
        }
        return new Passage(exchange, unit, arrival);
    }

    static Passage begin(Exchange exchange, IntakeUnit unit, Arrival arrival) {
        exchange.setProperty(AuditStage.PROPERTY, unit);
        exchange.setProperty(ARRIVAL, arrival);
        return new Passage(exchange, unit, arrival);
    }

    static IntakeUnit unitOf(Exchange exchange) {
        return exchange.getProperty(AuditStage.PROPERTY) instanceof IntakeUnit unit ? unit : null;
    }

    static Arrival arrivalOf(Exchange exchange) {
        return exchange.getProperty(ARRIVAL, Arrival.class);
    }

    IntakeUnit unit() {
        return unit;
    }

    Arrival arrival() {
        return arrival;
    }

    Knowledge knowledge() {
        return unit.knowledge();
    }

    /**
     * Does what a step decided. A batch is committed by its source kamelet; a message that came alone is committed here, when its
     * way ends, so that a routing policy may try again what failed.
     */
    void conclude(Verdict verdict, IntakeUnits units) {
        if (verdict instanceof Verdict.Proceed proceed) {
            exchange.getMessage().setBody(proceed.body());
            return;
        }
        if (OpenUnit.isPartOfBatch(exchange)) {
            stage(verdict);
        } else {
            commitAlone(verdict, units);
        }
        exchange.getMessage().setBody(null);
        exchange.setRouteStop(true);
    }

    private void commitAlone(Verdict verdict, IntakeUnits units) {
        if (!arrival.ended()) {
            stage(verdict);
        }
        units.commit(unit);
    }

    private void stage(Verdict verdict) {
        if (verdict instanceof Verdict.Queue queue) {
            unit.queue(arrival, queue.message());
        } else if (verdict instanceof Verdict.Request request) {
            unit.request(arrival, request.request());
        } else if (verdict instanceof Verdict.Refuse refuse) {
            unit.refuse(arrival, refuse.reason());
        } else if (verdict instanceof Verdict.SetAside aside) {
            unit.setAside(arrival, aside.reason());
        } else if (verdict instanceof Verdict.Duplicate duplicate) {
            unit.duplicate(arrival, duplicate.original());
        }
    }

    /** What a flow did wrong, for the error handler; says nothing about the message. */
    static final class WrongOrder extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        WrongOrder(String message) {
            super(message);
        }
    }
}
