package dev.sealpost.whatsapp.account;

import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.SenderStanding;
import dev.sealpost.whatsapp.SenderStanding.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the facts about a sender mean now. Fails closed where a region is required: it must have been read, lately, and be the one.
 * About tokens it does not: one of which nothing is known is tried.
 */
final class StandingRules {

    private final Duration regionHolds;
    private final Duration tokenWarning;

    StandingRules(AccountSettings settings) {
        this.regionHolds = settings.checkInterval().multipliedBy(2);
        this.tokenWarning = settings.tokenWarning();
    }

    SenderStanding of(Sender sender, SenderFacts facts, Instant now) {
        List<Reason> stops = Stream.of(unfitToken(facts.token(), now), wrongRegion(sender, facts.storage()))
                .flatMap(Optional::stream)
                .toList();
        if (!stops.isEmpty()) {
            return standing(sender, State.STOPPED, stops, facts);
        }
        if (isRegionUnknown(sender, facts.storage(), now)) {
            Reason unknown = Reason.of("region-unknown", "Meta has not said where messages are kept");
            return standing(sender, State.AWAITED, List.of(unknown), facts);
        }
        List<Reason> warnings = warnings(facts.token(), now);
        return standing(sender, warnings.isEmpty() ? State.READY : State.WARNED, warnings, facts);
    }

    private static Optional<Reason> wrongRegion(Sender sender, SenderFacts.Storage storage) {
        String required = sender.storageRegion();
        if (required == null) {
            return Optional.empty();
        }
        if (storage.fault() != null) {
            return Optional.of(Reason.of("region-unreadable", storage.fault()));
        }
        boolean other =
                storage.readAt() != null && !required.toUpperCase(Locale.ROOT).equals(storage.region());
        return other
                ? Optional.of(Reason.of(
                        "region-mismatch",
                        "config/senders.yml wants %s, Meta says %s"
                                .formatted(required, storage.region() == null ? "default storage" : storage.region())))
                : Optional.empty();
    }

    private boolean isRegionUnknown(Sender sender, SenderFacts.Storage storage, Instant now) {
        return sender.storageRegion() != null
                && (storage.readAt() == null
                        || storage.readAt().plus(regionHolds).isBefore(now));
    }

    private static Optional<Reason> unfitToken(SenderFacts.Token token, Instant now) {
        if (token.fault() != null) {
            return Optional.of(Reason.of(token.fault()));
        }
        return isBy(token.expires(), now)
                ? Optional.of(Reason.of("token-expired", "at " + token.expires()))
                : Optional.empty();
    }

    private List<Reason> warnings(SenderFacts.Token token, Instant now) {
        List<Reason> warnings = new ArrayList<>();
        Instant soon = now.plus(tokenWarning);
        if (isBy(token.expires(), soon)) {
            warnings.add(Reason.of("token-expires", "at " + token.expires()));
        }
        if (isBy(token.dataAccessExpires(), soon)) {
            warnings.add(Reason.of("token-data-access-expires", "at " + token.dataAccessExpires()));
        }
        if (token.warning() != null) {
            warnings.add(Reason.of(token.warning()));
        }
        return warnings;
    }

    private static boolean isBy(Instant end, Instant time) {
        return end != null && !end.isAfter(time);
    }

    private static SenderStanding standing(Sender sender, State state, List<Reason> reasons, SenderFacts facts) {
        return new SenderStanding(sender.name(), state, reasons, facts.token().expires());
    }
}
