package dev.sealpost.consent;

import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks the policy of the purpose's lawful basis. A purpose that is not configured is refused. */
@Component
class LawfulBasisGate implements ConsentGate {
    private static final Reason UNKNOWN_PURPOSE =
            Reason.of("unknown-purpose", "the purpose is not in config/purposes.yml");

    private final Purposes purposes;
    private final Clock clock;
    private final Map<LawfulBasis, ConsentPolicy> policies = new EnumMap<>(LawfulBasis.class);

    @Autowired
    LawfulBasisGate(Purposes purposes) {
        this(purposes, Clock.systemUTC());
    }

    LawfulBasisGate(Purposes purposes, Clock clock) {
        this.purposes = purposes;
        this.clock = clock;
        for (LawfulBasis basis : LawfulBasis.values()) {
            policies.put(basis, ConsentPolicy.of(basis));
        }
    }

    @Override
    public ConsentDecision require(ReceivedMessage message, String purpose, ConsentSnapshot snapshot) {
        Optional<Purpose> known = purposes.find(purpose);
        if (known.isEmpty()) {
            return new ConsentDecision.Refused(UNKNOWN_PURPOSE);
        }
        return decide(message, known.get(), snapshot.of(message.subject(), purpose));
    }

    @Override
    public Optional<Reason> objection(SubjectRef subject, String purpose, ConsentSnapshot snapshot) {
        return purposes.find(purpose)
                .map(known -> objection(known, snapshot.of(subject, purpose)))
                .orElse(Optional.of(UNKNOWN_PURPOSE));
    }

    private ConsentDecision decide(ReceivedMessage message, Purpose purpose, Optional<ConsentState> state) {
        return objection(purpose, state)
                .<ConsentDecision>map(ConsentDecision.Refused::new)
                .orElseGet(() -> allowed(message, purpose, state));
    }

    private ConsentDecision allowed(ReceivedMessage message, Purpose purpose, Optional<ConsentState> state) {
        String evidence = policies.get(purpose.lawfulBasis()).evidence(purpose, state);
        return new ConsentDecision.Allowed(new ConsentedMessage(message, purpose, evidence));
    }

    private Optional<Reason> objection(Purpose purpose, Optional<ConsentState> state) {
        return policies.get(purpose.lawfulBasis()).objection(purpose, state, clock.instant());
    }
}
