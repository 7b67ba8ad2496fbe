package dev.sealpost.consent;

import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The purpose rests on another basis than consent, so nobody has to opt in; but whoever said stop is left alone. For legitimate
 * interest and public task that is the right to object (GDPR article 21). For the others the law knows no such right; WhatsApp's
 * business policy does, and what a contract or a law makes necessary to say can be said on another channel.
 *
 * @param word the reason given after a stop
 */
record NoStop(String word) implements ConsentPolicy {

    @Override
    public Optional<Reason> objection(Purpose purpose, Optional<ConsentState> state, Instant now) {
        return state.filter(said -> said.status().isStop()).map(said -> Reason.of(word));
    }

    @Override
    public String evidence(Purpose purpose, Optional<ConsentState> state) {
        return "basis:" + purpose.lawfulBasis().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
