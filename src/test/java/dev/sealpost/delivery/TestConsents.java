package dev.sealpost.delivery;

import dev.sealpost.consent.ConsentDecision;
import dev.sealpost.consent.ConsentGate;
import dev.sealpost.consent.ConsentSnapshot;
import dev.sealpost.consent.Consents;
import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody agrees to the purposes of {@link TestPurposes} until they withdraw. */
class TestConsents implements Consents, ConsentGate {

    private final Set<SubjectRef> withdrawn = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    void withdraw(SubjectRef subject) {
        withdrawn.add(subject);
    }

    void down(boolean value) {
        down = value;
    }

    @Override
    public ConsentSnapshot current(Collection<SubjectRef> subjects) {
        if (down) {
            throw new IllegalStateException("the consent store does not answer");
        }
        return new ConsentSnapshot(Map.of());
    }

    @Override
    public ConsentDecision require(ReceivedMessage message, String purpose, ConsentSnapshot snapshot) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Optional<Reason> objection(SubjectRef subject, String purpose, ConsentSnapshot snapshot) {
        if (TestPurposes.ALL.find(purpose).isEmpty()) {
            return Optional.of(Reason.of("unknown-purpose"));
        }
        return withdrawn.contains(subject) ? Optional.of(Reason.of("withdrawn")) : Optional.empty();
    }
}
