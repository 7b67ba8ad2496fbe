package dev.sealpost.consent;

import dev.sealpost.message.FieldPath;

/**
 * Where an event says what shows that its person opted in.
 *
 * @param source the kind of system that knows it: {@code crm}
 * @param at where the time of the opt-in is; null if the system does not keep one
 * @param proof where the system's own id of it is
 */
public record OptInEvidence(String source, FieldPath at, FieldPath proof) {}
