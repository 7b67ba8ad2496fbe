package dev.sealpost.message;

import java.util.Set;

/**
 * Where a message is. The rows of the table are the only moves there are; {@link #mayBecome} is the gate for each of them.
 */
public enum MessageState {
    /** A step said no. Final; no content is kept. */
    REFUSED,
    /** Taken in by a flow that sends nothing, such as one that records a request for consent. Final; no content is kept. */
    RECORDED,
    /** Sealed and committed, waiting for a dispatcher; or tried before, and then a late status may prove that it was sent. */
    QUEUED,
    /** Claimed; committed before the request is written, so that a crash leaves a trace. */
    SENDING,
    /** Consent was withdrawn, erased or expired before the send. Final. */
    BLOCKED,
    /** The Cloud API accepted it; it may still say later that it failed. */
    SENT,
    /** The device has it. */
    DELIVERED,
    /** The person opened it. */
    READ,
    /** Refused for good, or attempts or time to live used up. Final; a dead letter is sealed. */
    FAILED,
    /** It is unknown whether it was sent. Never sent again blindly. */
    UNCERTAIN,
    /** Unknown for good, and its purpose says not to send again. Final unless a late status arrives. */
    PARKED;

    private static final Set<MessageState> FINAL = Set.of(REFUSED, RECORDED, BLOCKED, READ, FAILED, PARKED);

    /** No further attempt will be made and the content is gone. A late status may still move it on. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    public boolean mayBecome(MessageState next) {
        return switch (this) {
            case QUEUED ->
                Set.of(SENDING, BLOCKED, FAILED, SENT, DELIVERED, READ).contains(next);
            case SENDING ->
                Set.of(QUEUED, SENT, DELIVERED, READ, FAILED, UNCERTAIN).contains(next);
            case UNCERTAIN ->
                Set.of(QUEUED, PARKED, SENT, DELIVERED, READ, FAILED).contains(next);
            case PARKED -> Set.of(SENT, DELIVERED, READ, FAILED).contains(next);
            case SENT -> Set.of(QUEUED, DELIVERED, READ, FAILED).contains(next);
            case DELIVERED -> next == READ;
            case REFUSED, RECORDED, BLOCKED, READ, FAILED -> false;
        };
    }
}
