package dev.sealpost.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SourceTime;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;

/**
 * A business system says that a person opted in to a purpose. It allows nothing yet: the person is to be asked. The evidence may hold
 * personal data: it prints none of it.
 */
public final class ConsentRequest {
    private static final int LONGEST_PROOF = 512;

    private final SubjectRef subject;
    private final String purpose;
    private final String flow;
    private final MessageId message;
    private final Evidence evidence;

    private ConsentRequest(SubjectRef subject, String purpose, String flow, MessageId message, Evidence evidence) {
        this.subject = subject;
        this.purpose = purpose;
        this.flow = flow;
        this.message = message;
        this.evidence = evidence;
    }

    /** Of an event that reports the opt-in. A time that is missing, unreadable or before the year 2000 is none. */
    public static ConsentRequest of(ReceivedMessage message, String purpose, OptInEvidence where) {
        Instant at = where.at() == null
                ? null
                : SourceTime.in(where.at().in(message.content()))
                        .filter(time -> !time.isBefore(EvidenceRules.EARLIEST))
                        .orElse(null);
        String proof = proof(where.proof().in(message.content()));
        var evidence = new Evidence(where.source(), null, null, at, proof, null);
        return new ConsentRequest(message.subject(), purpose, message.flow(), message.id(), evidence);
    }

    private static String proof(JsonNode node) {
        String text = node.isTextual() || node.isIntegralNumber() ? node.asText() : null;
        return text == null || text.length() > LONGEST_PROOF ? null : text;
    }

    SubjectRef subject() {
        return subject;
    }

    String purpose() {
        return purpose;
    }

    String flow() {
        return flow;
    }

    MessageId message() {
        return message;
    }

    /** When the person opted in; null if that is unknown. */
    Instant at() {
        return evidence.at();
    }

    Statement statement() {
        return new Statement(purpose, ConsentStatus.REQUESTED, evidence, null);
    }

    @Override
    public String toString() {
        return "ConsentRequest[" + message + ", purpose=" + purpose + "]";
    }
}
