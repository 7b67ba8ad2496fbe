package dev.sealpost.routing;

import dev.sealpost.consent.ConsentDecision;
import dev.sealpost.consent.ConsentGate;
import dev.sealpost.intake.ReceivedMessage;

/** Lets a message on only if its purpose is lawful for its person now. */
public final class RequireConsent extends Step<ReceivedMessage> {

    private final ConsentGate gate;
    private String purpose;

    RequireConsent(ConsentGate gate, IntakeUnits units) {
        super(ReceivedMessage.class, "receive", units);
        this.gate = gate;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    @Override
    Verdict decide(ReceivedMessage message, Passage passage) {
        passage.arrival().isFor(purpose);
        ConsentDecision decision =
                gate.require(message, purpose, passage.knowledge().consents());
        return decision instanceof ConsentDecision.Allowed allowed
                ? new Verdict.Proceed(allowed.message())
                : new Verdict.Refuse(((ConsentDecision.Refused) decision).reason());
    }
}
