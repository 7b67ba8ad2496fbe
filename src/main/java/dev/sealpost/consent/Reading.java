package dev.sealpost.consent;

import dev.sealpost.access.Problem;
import dev.sealpost.subject.PhoneNumber;

/** What a request turned out to say. */
sealed interface Reading {

    record Said(PhoneNumber phone, Statement statement) implements Reading {}

    /** @param purpose null for all */
    record Asked(PhoneNumber phone, String purpose) implements Reading {}

    record Refused(Problem problem) implements Reading {}
}
