package dev.sealpost.routing;

import dev.sealpost.consent.ConsentRequest;
import dev.sealpost.consent.OptInEvidence;
import dev.sealpost.consent.RequestGate;
import dev.sealpost.consent.RequestOutcome;
import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.message.FieldPath;

/** Ends a flow: the person opted in somewhere else and is to be asked for their consent here. Sends nothing. */
public final class RequestConsent extends Step<ReceivedMessage> {

    private final RequestGate gate;
    private String purpose;
    private String source;
    private FieldPath at;
    private FieldPath proof;

    RequestConsent(RequestGate gate, IntakeUnits units) {
        super(ReceivedMessage.class, "receive", units);
        this.gate = gate;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public void setAt(String at) {
        this.at = at == null || at.isEmpty() ? null : FieldPath.of(at);
    }

    public void setProof(String proof) {
        this.proof = FieldPath.of(proof);
    }

    @Override
    Verdict decide(ReceivedMessage message, Passage passage) {
        passage.arrival().isFor(purpose);
        var request = ConsentRequest.of(message, purpose, new OptInEvidence(source, at, proof));
        RequestOutcome outcome = gate.foresee(request, passage.knowledge().consents());
        return outcome instanceof RequestOutcome.Refused refused
                ? new Verdict.Refuse(refused.reason())
                : new Verdict.Request(request);
    }
}
