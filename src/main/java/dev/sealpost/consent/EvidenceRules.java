package dev.sealpost.consent;

import dev.sealpost.access.Problem.FieldFault;
import dev.sealpost.consent.Evidence.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What evidence must say for what it proves, and which times it may name. */
final class EvidenceRules {
    /** How far the clock of whoever sends evidence may be ahead; what happened is then recorded as happening now. */
    static final Duration CLOCK_AHEAD = Duration.ofMinutes(1);

    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Evidence evidence;
    private final Instant now;
    private final List<FieldFault> faults = new ArrayList<>();

    private EvidenceRules(Evidence evidence, Instant now) {
        this.evidence = evidence;
        this.now = now;
    }

    static List<FieldFault> faults(ConsentBodies.Put body, Evidence evidence, Instant now) {
        EvidenceRules rules = new EvidenceRules(evidence, now);
        rules.saysEnough(body.status());
        rules.namesPossibleTimes();
        rules.confirmsSomething(body.status());
        rules.expiresAfterwards(body.expiresAt());
        return rules.faults;
    }

    private void saysEnough(String status) {
        require("source", evidence.source());
        if (!status.equals("withdrawn")) {
            require("notice", evidence.notice());
            require("wording", evidence.wording());
            require("at", evidence.at());
        }
        if (status.equals("granted")) {
            require("proof", evidence.proof());
        }
    }

    private void namesPossibleTimes() {
        possible("at", evidence.at());
        if (evidence.confirmed() != null) {
            possible("confirmed.at", evidence.confirmed().at());
        }
    }

    private void confirmsSomething(String status) {
        Confirmation confirmed = evidence.confirmed();
        if (confirmed == null) {
            return;
        }
        if (!status.equals("granted")) {
            fault("confirmed", "goes with the status granted only");
        }
        require("confirmed.at", confirmed.at());
        require("confirmed.proof", confirmed.proof());
        if (confirmed.at() != null && evidence.at() != null && confirmed.at().isBefore(evidence.at())) {
            fault("confirmed.at", "must not be before evidence.at");
        }
    }

    private void expiresAfterwards(Instant expiresAt) {
        if (expiresAt != null && evidence.at() != null && !expiresAt.isAfter(evidence.at())) {
            faults.add(new FieldFault("expiresAt", "must be after evidence.at"));
        }
    }

    private void possible(String field, Instant time) {
        if (time == null) {
            return;
        }
        if (time.isAfter(now.plus(CLOCK_AHEAD))) {
            fault(field, "must not be in the future");
        }
        if (time.isBefore(EARLIEST)) {
            fault(field, "must not be before the year 2000");
        }
    }

    private void require(String field, Object value) {
        if (value == null) {
            fault(field, "must be given for this status");
        }
    }

    private void fault(String field, String problem) {
        faults.add(new FieldFault("evidence." + field, problem));
    }
}
