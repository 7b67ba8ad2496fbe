package dev.sealpost.routing;

import dev.sealpost.consent.ConsentRequest;
import dev.sealpost.consent.ConsentRequests;
import dev.sealpost.consent.RequestOutcome;
import dev.sealpost.delivery.Outbox;
import dev.sealpost.delivery.RecordedMessage;
import dev.sealpost.delivery.RefusedMessage;
import dev.sealpost.message.Reason;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records the requests for consent that a unit staged. Only now is it final what becomes of each: a stop may have come in between. */
@Component
class RequestedConsents {

    private final ConsentRequests requests;
    private final Outbox outbox;

    RequestedConsents(ConsentRequests requests, Outbox outbox) {
        this.requests = requests;
        this.outbox = outbox;
    }

    /** One of a unit's requests. */
    record Staged(Arrival arrival, ConsentRequest request) {}

    /** Takes part in the caller's transaction. */
    void record(IntakeUnit unit, List<Staged> staged) {
        List<RequestOutcome> outcomes =
                requests.record(staged.stream().map(Staged::request).toList());
        List<RecordedMessage> recorded = new ArrayList<>();
        List<RefusedMessage> refused = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Arrival arrival = staged.get(i).arrival();
            if (outcomes.get(i) instanceof RequestOutcome.Refused no) {
                refused.add(unit.records().refused(arrival, no.reason()));
            } else {
                recorded.add(unit.records().recorded(arrival, reason(outcomes.get(i))));
            }
        }
        outbox.record(recorded);
        outbox.refuse(refused);
    }

    private static Reason reason(RequestOutcome outcome) {
        return outcome instanceof RequestOutcome.Unchanged unchanged ? unchanged.reason() : null;
    }
}
