package dev.sealpost.delivery;

import java.time.Duration;

/** What a refusal means for its message. */
sealed interface Ruling {

    /** It is tried again. @param scope what the try counts against */
    record Again(Duration delay, Scope scope) implements Ruling {}

    /** It is final. @param givenUp what was used up, or null if the refusal is final by itself */
    record Final(String givenUp) implements Ruling {}
}
