package dev.sealpost.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.Reason;
import dev.sealpost.subject.Recipient;
import dev.sealpost.vault.BlindIndex;

/** An event after reading, before anything was looked up. */
public sealed interface ReadEvent {

    /** Blind index of the source's id, or of its coordinates where no id could be read. */
    BlindIndex source();

    /** It is well formed and names a person. Prints none of its content. */
    record Readable(BlindIndex source, Recipient person, JsonNode content) implements ReadEvent {

        @Override
        public String toString() {
            return "Readable[" + source + "]";
        }
    }

    /**
     * It cannot be handled.
     *
     * @param broken true if someone has to look at the event itself (it is kept as a sealed dead letter), false if the reason says
     *     all there is to know (nothing is kept)
     */
    record Unreadable(BlindIndex source, Reason reason, boolean broken) implements ReadEvent {}
}
