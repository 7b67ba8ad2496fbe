package dev.sealpost.consent;

import dev.sealpost.message.Reason;

/** May this message be used for this purpose? */
public sealed interface ConsentDecision {

    record Allowed(ConsentedMessage message) implements ConsentDecision {}

    record Refused(Reason reason) implements ConsentDecision {}
}
