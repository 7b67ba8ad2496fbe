package dev.sealpost.delivery;

import dev.sealpost.message.Reason;
import java.time.Instant;

/** Why a due message does not go now. It stays queued. */
sealed interface Wait {

    Reason reason();

    /** It is looked at again then, and keeps its place before the person's later messages. */
    record Until(Instant at, Reason reason) implements Wait {}

    /** It is not looked at, and the person's other messages go past it, until what holds it is over and releases it. */
    record Held(Reason reason) implements Wait {}
}
