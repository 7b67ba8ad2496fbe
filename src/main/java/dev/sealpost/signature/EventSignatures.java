package dev.sealpost.signature;

import dev.sealpost.intake.EventJson;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.Vouching;
import dev.sealpost.message.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Checks that an event was signed by whom its flow names, with a key that is valid today. Every valid key is tried, so that a signer
 * may go over to a new one.
 *
 * <p>Not guaranteed: that the event is new. The same event once more is for the duplicate check, which reads the id that was signed
 * with it.
 */
@Component
public class EventSignatures {

    private final EventJson json;
    private final CryptoVerify crypto;
    private final Clock clock;

    @Autowired
    EventSignatures(EventJson json, CryptoVerify crypto) {
        this(json, crypto, Clock.systemUTC());
    }

    EventSignatures(EventJson json, CryptoVerify crypto, Clock clock) {
        this.json = json;
        this.crypto = crypto;
        this.clock = clock;
    }

    /** Why an event must not be read: {@code unsigned} or {@code bad-signature}; empty if the signer vouches for it. */
    public Optional<Reason> objection(Signer signer, RawEvent event) {
        if (event.vouching() instanceof Vouching.CheckedBefore before
                && before.signer().equals(signer.name())) {
            return Optional.empty();
        }
        SignedPart part = signer.place() instanceof SignaturePlace.Field field
                ? SignedPart.within(event, field.name(), json)
                : SignedPart.beside(event);
        return part instanceof SignedPart.Found found
                ? objection(signer, found)
                : Optional.of(((SignedPart.Missing) part).reason());
    }

    private Optional<Reason> objection(Signer signer, SignedPart.Found part) {
        List<SignerKey> keys = signer.keysOn(LocalDate.now(clock));
        if (keys.isEmpty()) {
            return Optional.of(SignedPart.bad("no key of " + signer.name() + " is valid today"));
        }
        return keys.stream().anyMatch(key -> crypto.verifies(key, part))
                ? Optional.empty()
                : Optional.of(SignedPart.bad("it is not one of " + signer.name() + " over this event"));
    }
}
