package dev.sealpost.delivery;

import java.util.function.Function;

/** What a channel's refusal asks for beyond its message. Whose sender, template, person or country it is, the message says. */
public enum Effect {
    /** Nothing goes out from this sender until a probe finds it well, or someone lifts the pause. */
    PAUSE_SENDER(occasion -> new Consequence.PauseSender(occasion, Consequence.Lifting.BY_PROBE)),
    /** Nothing goes out from this sender until a person has decided. */
    STOP_SENDER(occasion -> new Consequence.PauseSender(occasion, Consequence.Lifting.BY_HAND)),
    PAUSE_TEMPLATE(occasion -> new Consequence.PauseTemplate(occasion, Consequence.Lifting.BY_PROBE)),
    STOP_TEMPLATE(occasion -> new Consequence.PauseTemplate(occasion, Consequence.Lifting.BY_HAND)),
    STOP_ACCOUNT(Consequence.PauseAccount::new),
    STOP_COUNTRY(Consequence.PauseCountry::new),
    SLOW_SENDER(Consequence.SlowSender::new),
    DELAY_PERSON(Consequence.DelayPerson::new),
    REST_MARKETING(Consequence.RestMarketing::new),
    WITHDRAW_MARKETING(Consequence.WithdrawMarketing::new);

    private final Function<Occasion, Consequence> consequence;

    Effect(Function<Occasion, Consequence> consequence) {
        this.consequence = consequence;
    }

    Consequence after(Occasion occasion) {
        return consequence.apply(occasion);
    }
}
