package dev.sealpost.routing;

import dev.sealpost.intake.Accepted;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.ReadEvent;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;

/** One event of an intake unit, and what became of it. */
final class Arrival {

    private final MessageId id = MessageId.next();
    private final RawEvent raw;
    private final ReadEvent read;
    private final String verifiedBy;
    private SubjectRef subject;
    private String purpose;
    private Accepted outcome;

    /** @param verifiedBy whose signature it bears; null if none was asked for or it was not found good */
    Arrival(RawEvent raw, ReadEvent read, String verifiedBy) {
        this.raw = raw;
        this.read = read;
        this.verifiedBy = verifiedBy;
    }

    MessageId id() {
        return id;
    }

    RawEvent raw() {
        return raw;
    }

    ReadEvent read() {
        return read;
    }

    String verifiedBy() {
        return verifiedBy;
    }

    SubjectRef subject() {
        return subject;
    }

    void isAbout(SubjectRef person) {
        subject = person;
    }

    String purpose() {
        return purpose;
    }

    void isFor(String purposeId) {
        purpose = purposeId;
    }

    boolean ended() {
        return outcome != null;
    }

    /** Null before it has one. */
    Accepted outcome() {
        return outcome;
    }

    /** @throws IllegalStateException the second time: an event has one outcome */
    void end(Accepted how) {
        if (ended()) {
            throw new IllegalStateException("Message " + id + " has an outcome already");
        }
        outcome = how;
    }

    @Override
    public String toString() {
        return "Arrival[" + id + "]";
    }
}
