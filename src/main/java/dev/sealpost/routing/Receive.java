package dev.sealpost.routing;

import dev.sealpost.intake.EventMapping;
import dev.sealpost.intake.Intake;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.ReadEvent.Readable;
import dev.sealpost.intake.ReadEvent.Unreadable;
import dev.sealpost.message.FieldPath;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The first step: takes an event in. Events of a batch source are in a unit already; for any other source it opens a unit of one.
 */
public final class Receive implements Processor {

    /** Exchange property: where a source has this event ({@code mail:folder:uid}), the same whenever it delivers it again. */
    static final String COORDINATES = "sealpost.coordinates";

    /** Exchange property: a {@link SourceObjection}, if the source cannot make an event of what it has. */
    static final String OBJECTION = "sealpost.objection";

    private final Intake intake;
    private final IntakeUnits units;
    private final Flows flows;
    private String event;
    private String id;
    private String phone;

    Receive(Intake intake, IntakeUnits units, Flows flows) {
        this.intake = intake;
        this.units = units;
        this.flows = flows;
    }

    public void setEvent(String event) {
        this.event = event;
    }

    public void setId(String id) {
        this.id = id;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    @Override
    public void process(Exchange exchange) {
        Passage passage = OpenUnit.isPartOfBatch(exchange) ? ofBatch(exchange) : alone(exchange);
        passage.conclude(decide(passage, exchange.getProperty(OBJECTION, SourceObjection.class)), units);
    }

    private static Passage ofBatch(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Arrival arrival) {
            return Passage.begin(exchange, Passage.unitOf(exchange), arrival);
        }
        throw new Passage.WrongOrder(
                "kamelet:receive takes the event as its source delivered it; a step before changed it");
    }

    private Passage alone(Exchange exchange) {
        String flow = Wiretap.flowOf(exchange);
        EventMapping mapping = new EventMapping(event, FieldPath.of(id), FieldPath.of(phone));
        Flow self = new Flow(flow, mapping, flows.find(flow).flatMap(Flow::signer));
        byte[] body = exchange.getMessage().getBody(byte[].class);
        RawEvent raw = new RawEvent(body == null ? new byte[0] : body, coordinates(exchange));
        IntakeUnit unit = units.open(self, List.of(raw));
        return Passage.begin(exchange, unit, unit.arrivals().get(0));
    }

    private static String coordinates(Exchange exchange) {
        String given = exchange.getProperty(COORDINATES, String.class);
        return given == null ? "exchange:" + exchange.getExchangeId() : given;
    }

    private Verdict decide(Passage passage, SourceObjection objection) {
        Arrival arrival = passage.arrival();
        MessageId original = passage.unit().originalOf(arrival);
        if (original != null) {
            return new Verdict.Duplicate(original);
        }
        if (objection != null) {
            return objection.verdict();
        }
        if (arrival.read() instanceof Unreadable unreadable) {
            return unreadable.broken()
                    ? new Verdict.SetAside(unreadable.reason())
                    : new Verdict.Refuse(unreadable.reason());
        }
        return received(passage, (Readable) arrival.read());
    }

    private Verdict received(Passage passage, Readable read) {
        Arrival arrival = passage.arrival();
        SubjectRef subject = passage.knowledge().subjects().get(read.person());
        arrival.isAbout(subject);
        return new Verdict.Proceed(intake.receive(
                arrival.id(),
                passage.unit().flow(),
                event,
                read,
                subject,
                passage.unit().openedAt()));
    }
}
