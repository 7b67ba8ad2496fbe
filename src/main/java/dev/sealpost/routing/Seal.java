package dev.sealpost.routing;

import dev.sealpost.message.Reason;
import dev.sealpost.minimisation.MinimisedMessage;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.vault.DataKey;

/** Seals a message under its subject's own key. */
public final class Seal extends Step<MinimisedMessage> {

    private final Sealer sealer;

    Seal(Sealer sealer, IntakeUnits units) {
        super(MinimisedMessage.class, "minimise", units);
        this.sealer = sealer;
    }

    @Override
    Verdict decide(MinimisedMessage message, Passage passage) {
        DataKey key = passage.knowledge().keys().get(passage.arrival().subject());
        return key == null
                ? new Verdict.Refuse(Reason.of("erased", "the subject's data key was destroyed"))
                : new Verdict.Proceed(sealer.seal(message, key));
    }
}
