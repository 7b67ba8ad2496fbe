package dev.sealpost.dryrun;

import dev.sealpost.consent.ConsentSnapshot;
import dev.sealpost.consent.ConsentState;
import dev.sealpost.consent.ConsentStatus;
import dev.sealpost.consent.Purposes;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the person of the sample stands, on every purpose alike. */
public enum SampleConsent {
    /** Agreed to, and confirmed. */
    GRANTED(ConsentStatus.GRANTED),
    /** Never asked. */
    NONE(null),
    WITHDRAWN(ConsentStatus.WITHDRAWN);

    private static final String NOTICE = "dry-run@1";

    private final ConsentStatus status;

    SampleConsent(ConsentStatus status) {
        this.status = status;
    }

    ConsentSnapshot of(Iterable<SubjectRef> people, Purposes purposes) {
        Map<SubjectRef, Map<String, ConsentState>> states = new HashMap<>();
        if (status != null) {
            people.forEach(person -> states.put(person, states(purposes)));
        }
        return new ConsentSnapshot(states);
    }

    private Map<String, ConsentState> states(Purposes purposes) {
        Instant now = Instant.now();
        return purposes.ids().stream()
                .collect(Collectors.toMap(
                        purpose -> purpose, purpose -> new ConsentState(1, purpose, status, now, now, NOTICE, null)));
    }
}
