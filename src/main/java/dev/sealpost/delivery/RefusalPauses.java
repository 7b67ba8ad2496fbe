package dev.sealpost.delivery;

import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Pauses what the channel's refusals say is in trouble. */
@Component
class RefusalPauses implements ConsequenceHandler {

    private static final String BY = "hub";

    private final Pauses pauses;
    private final Channel channel;

    RefusalPauses(Pauses pauses, Channel channel) {
        this.pauses = pauses;
        this.channel = channel;
    }

    @Override
    public void apply(List<Consequence> consequences) {
        pauses.begin(
                consequences.stream().map(this::pause).filter(Objects::nonNull).toList());
    }

    /** @return null if it pauses nothing */
    private NewPause pause(Consequence consequence) {
        Occasion occasion = consequence.occasion();
        if (consequence instanceof Consequence.PauseSender sender) {
            return pause(PauseScope.SENDER, occasion.sender(), occasion, sender.lifting());
        }
        if (consequence instanceof Consequence.PauseTemplate template) {
            return pause(PauseScope.TEMPLATE, channel.template(occasion.template()), occasion, template.lifting());
        }
        if (consequence instanceof Consequence.PauseAccount) {
            return ofAccount(occasion);
        }
        return consequence instanceof Consequence.PauseCountry ? ofCountry(occasion) : null;
    }

    /** Where the account is not known, its sender stands for it. */
    private NewPause ofAccount(Occasion occasion) {
        String account = channel.account(occasion.sender());
        return account == null
                ? pause(PauseScope.SENDER, occasion.sender(), occasion, Consequence.Lifting.BY_HAND)
                : pause(PauseScope.ACCOUNT, account, occasion, Consequence.Lifting.BY_HAND);
    }

    /** A number without a country is of none that could be blocked. */
    private NewPause ofCountry(Occasion occasion) {
        return occasion.country() == null
                ? null
                : pause(
                        PauseScope.COUNTRY,
                        PauseScope.countryKey(channel.account(occasion.sender()), occasion.country()),
                        occasion,
                        Consequence.Lifting.BY_HAND);
    }

    private static NewPause pause(PauseScope scope, String key, Occasion occasion, Consequence.Lifting lifting) {
        boolean probed = lifting == Consequence.Lifting.BY_PROBE;
        return new NewPause(scope, key, occasion.reason(), occasion.code(), probed, null, BY);
    }
}
