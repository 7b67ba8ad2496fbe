package dev.sealpost.submission;

import dev.sealpost.access.Problem;

/** What was read out of a body or a line. */
sealed interface Reading {

    record Read(Submission submission) implements Reading {}

    record Refused(Problem problem) implements Reading {}
}
