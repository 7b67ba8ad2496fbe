package dev.sealpost.routing;

import dev.sealpost.consent.ConsentedMessage;
import dev.sealpost.minimisation.MinimisationDecision;
import dev.sealpost.minimisation.Minimiser;

/** Reduces a message to what its profile allows. */
public final class Minimise extends Step<ConsentedMessage> {

    private final Minimiser minimiser;
    private String profile;

    Minimise(Minimiser minimiser, IntakeUnits units) {
        super(ConsentedMessage.class, "require-consent", units);
        this.minimiser = minimiser;
    }

    /** @param profile empty for the profile that is named like the event */
    public void setProfile(String profile) {
        this.profile = profile == null || profile.isBlank() ? null : profile;
    }

    @Override
    Verdict decide(ConsentedMessage message, Passage passage) {
        MinimisationDecision decision = minimiser.minimise(message, profile);
        return decision instanceof MinimisationDecision.Minimised minimised
                ? new Verdict.Proceed(minimised.message())
                : new Verdict.Refuse(((MinimisationDecision.Refused) decision).reason());
    }
}
