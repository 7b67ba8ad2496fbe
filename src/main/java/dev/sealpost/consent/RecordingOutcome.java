package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;

/** What came of a statement. */
sealed interface RecordingOutcome {

    /** @param state where the person stands now, which a later statement may have decided */
    record Recorded(SubjectRef subject, ConsentState state) implements RecordingOutcome {}

    /** It was recorded before, or says no more than what holds already. Nothing was added. */
    record Known(SubjectRef subject, ConsentState state) implements RecordingOutcome {}

    /** The person was erased: nothing can be sealed for them any more. Nothing was added. */
    record Erased() implements RecordingOutcome {}

    /** The person's key was altered: nothing can be sealed for them until it is restored. Nothing was added. */
    record Unsealable() implements RecordingOutcome {}
}
