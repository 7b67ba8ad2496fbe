package dev.sealpost.submission;

import dev.sealpost.access.Caller;
import dev.sealpost.access.DeniedAccess;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.Vouching;
import dev.sealpost.message.Reason;
import java.util.Optional;
import java.util.UUID;

/**
 * One request: who sends it, and under which key.
 *
 * @param id the hub's own, for the events' coordinates
 * @param address where it comes from; not written down
 */
record Sending(UUID id, Caller caller, String address, Optional<IdempotencyKey> key, DeniedAccess denied) {

    /** Refuses a flow that the caller's key is not for, whether or not there is such a flow. */
    Reading restricted(Reading reading) {
        boolean open = !(reading instanceof Reading.Read read)
                || caller.mayUseFlow(read.submission().flow());
        if (open) {
            return reading;
        }
        denied.record(address, caller.getName(), Reason.of("other-flow"), "POST", "/api/messages");
        return new Reading.Refused(SubmissionProblems.FLOW_NOT_ALLOWED);
    }

    RawEvent event(Submission submission, int line) {
        Vouching vouching = submission.signature() == null
                ? new Vouching.Nothing()
                : new Vouching.Signature(submission.signature());
        return new RawEvent(submission.event(), "rest:" + id + ":" + line, vouching);
    }

    @Override
    public String toString() {
        return "Sending[" + id + "]";
    }
}
