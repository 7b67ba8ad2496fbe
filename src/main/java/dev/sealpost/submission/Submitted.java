package dev.sealpost.submission;

import dev.sealpost.access.Problem;
import java.time.Duration;
import java.util.List;

/** What became of a part of a request. */
sealed interface Submitted {

    /** Committed, now or when this request came first. @param answers one for each event, in their order */
    record Done(List<Answer> answers) implements Submitted {}

    /** These events cannot be taken; others of the request may be. Nothing was accepted. */
    record Refused(Problem problem) implements Submitted {}

    /** The request as a whole cannot go on. Nothing of this part was accepted. */
    record GivenUp(Problem problem, Duration retryAfter) implements Submitted {}
}
