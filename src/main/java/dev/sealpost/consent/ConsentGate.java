package dev.sealpost.consent;

import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.util.Optional;

/** The rule that lets a message through or not; the same at intake and at send. It reads nothing but what it is given. */
public interface ConsentGate {

    ConsentDecision require(ReceivedMessage message, String purpose, ConsentSnapshot snapshot);

    /** Why the purpose may not be served for this person now ({@code no-consent}, {@code withdrawn}, …), or empty if it may. */
    Optional<Reason> objection(SubjectRef subject, String purpose, ConsentSnapshot snapshot);
}
