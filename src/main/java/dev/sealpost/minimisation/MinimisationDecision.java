package dev.sealpost.minimisation;

import dev.sealpost.message.Reason;

/** Can this message be reduced to what its profile allows? */
public sealed interface MinimisationDecision {

    record Minimised(MinimisedMessage message) implements MinimisationDecision {}

    record Refused(Reason reason) implements MinimisationDecision {}
}
