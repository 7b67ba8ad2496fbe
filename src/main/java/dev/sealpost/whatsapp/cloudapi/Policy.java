package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.Effect;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.Set;

/**
 * What the hub does about an error of the Cloud API. None of them is "unknown": whoever got an error code was certainly refused. The
 * same for an error that comes at once and for one that comes by webhook.
 */
enum Policy {
    /** An outage or maintenance: the sender's breaker counts it; bounded exponential back-off with jitter. */
    WAIT_OUT(Scope.SENDER),
    /** Over the app's, account's or number's rate. */
    SLOW_SENDER(Scope.SENDER, Effect.SLOW_SENDER),
    /** Too fast for this person. */
    DELAY_PERSON(Scope.PERSON, Effect.DELAY_PERSON),
    /** Worth another try, as often as {@code max-attempts} allows. Also for codes nobody has written down. */
    ASK_AGAIN(Scope.MESSAGE),
    /** Not before 24 hours have passed, then once, never more; no other marketing to the person meanwhile. */
    ONCE_TOMORROW(Scope.MESSAGE_ONCE, Duration.ofHours(24), Set.of(Effect.REST_MARKETING)),
    /** Token or permission: nothing is failed; a probe tells when it is mended. */
    PAUSE_SENDER(Scope.PAUSED, Effect.PAUSE_SENDER),
    /** Registration or PIN: an operator has to act; a probe tells when that is done. */
    OPERATOR(Scope.PAUSED, Effect.PAUSE_SENDER),
    /** Complaints about this sender: a person decides. */
    STOP_SENDER(Scope.PAUSED, Effect.STOP_SENDER),
    /** Payment or a policy lock: a person decides. */
    STOP_ACCOUNT(Scope.PAUSED, Effect.STOP_ACCOUNT),
    STOP_COUNTRY(Scope.PAUSED, Effect.STOP_COUNTRY),
    /** Paused by Meta, which resumes it by itself. */
    PAUSE_TEMPLATE(Scope.PAUSED, Effect.PAUSE_TEMPLATE),
    /** Disabled by Meta: a person decides. */
    STOP_TEMPLATE(Scope.PAUSED, Effect.STOP_TEMPLATE),
    /** The template and what the hub sends do not fit: this message is a dead letter, the next ones wait. */
    MEND_TEMPLATE(Effect.STOP_TEMPLATE),
    /** The person stopped marketing: final, and their consent to it ends. */
    WITHDRAW_MARKETING(Effect.WITHDRAW_MARKETING),
    /** Undeliverable, or refused for good: no repetition changes the answer. */
    GIVE_UP,
    /** The hub's own mistake: a dead letter, to be looked into. */
    DEAD_LETTER,
    /** Free-form outside the 24-hour window: the template goes instead, if that was not one; else final. */
    USE_TEMPLATE,
    /** Not to be sent to a user id: the phone number is used whenever one is held, so this is final. */
    USE_PHONE_NUMBER;

    private final Scope scope;
    private final Duration atLeast;
    private final Set<Effect> effects;

    Policy(Scope scope, Effect... effects) {
        this(scope, null, Set.of(effects));
    }

    /** Final. */
    Policy(Effect... effects) {
        this(null, null, Set.of(effects));
    }

    Policy(Scope scope, Duration atLeast, Set<Effect> effects) {
        this.scope = scope;
        this.atLeast = atLeast;
        this.effects = effects;
    }

    /** @param asked how long the answer asked to wait, or null */
    Refusal refuse(Reason reason, int code, Duration asked) {
        return scope == null
                ? new Rejected(reason, code, true, effects)
                : new RetryLater(reason, code, longer(asked), scope, effects);
    }

    private Duration longer(Duration asked) {
        if (asked == null || atLeast == null) {
            return asked == null ? atLeast : asked;
        }
        return asked.compareTo(atLeast) > 0 ? asked : atLeast;
    }
}
