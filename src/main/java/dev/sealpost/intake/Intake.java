package dev.sealpost.intake;

import dev.sealpost.intake.ReadEvent.Readable;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes received messages: the only place that can. */
@Component
public class Intake {

    /** @param subject the person the event's number or user id belongs to, as {@code Subjects} resolved it */
    public ReceivedMessage receive(
            MessageId id, String flow, String event, Readable read, SubjectRef subject, Instant at) {
        return new ReceivedMessage(id, flow, event, read.source(), subject, read.person(), read.content(), at);
    }
}
