package dev.sealpost.consent;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import dev.sealpost.access.Problem;
import dev.sealpost.access.Problem.FieldFault;
import dev.sealpost.consent.Reading.Asked;
import dev.sealpost.consent.Reading.Refused;
import dev.sealpost.consent.Reading.Said;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.PhoneNumbers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Makes statements of what was sent, or says why it is none. */
@Component
class ConsentReading {
    private static final Problem INVALID_NUMBER = Problem.of(
            UNPROCESSABLE_ENTITY,
            "invalid-number",
            "phone is not a valid phone number. Send it with its country code, +351 and so on.");
    private static final Problem NO_OPT_IN = Problem.of(
            UNPROCESSABLE_ENTITY,
            "no-opt-in",
            "The purpose does not rest on consent, so there is nothing to request. Nothing was recorded.");

    private final PhoneNumbers phoneNumbers;
    private final Purposes purposes;
    private final Problem unknownPurpose;

    ConsentReading(PhoneNumbers phoneNumbers, Purposes purposes) {
        this.phoneNumbers = phoneNumbers;
        this.purposes = purposes;
        this.unknownPurpose = Problem.of(
                UNPROCESSABLE_ENTITY,
                "unknown-purpose",
                "purpose is not one of config/purposes.yml: %s."
                        .formatted(String.join(", ", new TreeSet<>(purposes.ids()))));
    }

    Reading statement(ConsentBodies.Put body) {
        Optional<PhoneNumber> phone = phoneNumbers.parse(body.phone());
        if (phone.isEmpty()) {
            return new Refused(INVALID_NUMBER);
        }
        return purposes.find(body.purpose())
                .map(purpose -> statement(body, phone.get(), purpose))
                .orElse(new Refused(unknownPurpose));
    }

    /** A withdrawal made now. */
    Reading withdrawal(ConsentBodies.Select body) {
        Reading selection = selection(body);
        if (!(selection instanceof Asked asked)) {
            return selection;
        }
        String purpose = Optional.ofNullable(asked.purpose()).orElse(ConsentSnapshot.EVERY_PURPOSE);
        return new Said(asked.phone(), new Statement(purpose, ConsentStatus.WITHDRAWN, Evidence.BY_REST, null));
    }

    Reading selection(ConsentBodies.Select body) {
        Optional<PhoneNumber> phone = phoneNumbers.parse(body.phone());
        if (phone.isEmpty()) {
            return new Refused(INVALID_NUMBER);
        }
        boolean known = body.purpose() == null || purposes.find(body.purpose()).isPresent();
        return known ? new Asked(phone.get(), body.purpose()) : new Refused(unknownPurpose);
    }

    private static Reading statement(ConsentBodies.Put body, PhoneNumber phone, Purpose purpose) {
        List<FieldFault> faults = EvidenceRules.faults(body, body.givenEvidence(), Instant.now());
        if (!faults.isEmpty()) {
            return new Refused(
                    Problem.of(BAD_REQUEST, "invalid-request", "The body is not as described in errors.", faults));
        }
        if (body.status().equals("requested") && purpose.optIn() == OptIn.NONE) {
            return new Refused(NO_OPT_IN);
        }
        return new Said(
                phone, new Statement(purpose.id(), status(body, purpose), body.givenEvidence(), body.expiresAt()));
    }

    /** What is not confirmed where it has to be is only requested, whatever the sender calls it. */
    private static ConsentStatus status(ConsentBodies.Put body, Purpose purpose) {
        boolean confirmed =
                purpose.optIn() != OptIn.DOUBLE || body.givenEvidence().confirmed() != null;
        return switch (body.status()) {
            case "withdrawn" -> ConsentStatus.WITHDRAWN;
            case "granted" -> confirmed ? ConsentStatus.GRANTED : ConsentStatus.REQUESTED;
            default -> ConsentStatus.REQUESTED;
        };
    }
}
