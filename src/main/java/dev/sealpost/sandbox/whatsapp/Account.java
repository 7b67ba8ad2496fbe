package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The numbers of the sandbox's accounts and who may send from them. */
final class Account {
    private static final String BEARER = "Bearer ";

    private final Sender first;
    private final Map<String, Sender> senders;

    Account(List<Sender> senders) {
        this.first = senders.get(0);
        this.senders =
                senders.stream().collect(Collectors.toUnmodifiableMap(Sender::phoneNumberId, Function.identity()));
    }

    /** The number with this id, the first if it is null; empty if there is none. */
    Optional<Sender> numberOrFirst(String phoneNumberId) {
        return phoneNumberId == null ? Optional.of(first) : Optional.ofNullable(senders.get(phoneNumberId));
    }

    /** Says which numbers there are. */
    String unknownNumber() {
        return "phoneNumberId, if given, is one of " + new TreeSet<>(senders.keySet());
    }

    /** As Meta does, the token is looked at before the number. */
    Checked<Sender> authorise(Optional<String> authorization, String phoneNumberId) {
        String token = authorization
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip())
                .orElse("");
        if (senders.values().stream().noneMatch(sender -> sender.token().equals(token))) {
            return new Checked.Invalid<>(unauthorised());
        }
        Sender sender = senders.get(phoneNumberId);
        if (sender == null || !sender.token().equals(token)) {
            return new Checked.Invalid<>(unknown(phoneNumberId));
        }
        return new Checked.Valid<>(sender);
    }

    private static MetaError unauthorised() {
        return new MetaError(
                190,
                OptionalInt.empty(),
                401,
                MetaError.OAUTH,
                "Invalid OAuth access token - Cannot parse access token",
                "The Authorization header holds no token that is known here: Bearer <token>.");
    }

    private static MetaError unknown(String phoneNumberId) {
        return new MetaError(
                100,
                OptionalInt.of(33),
                400,
                "GraphMethodException",
                "Unsupported post request. Object with ID '%s' does not exist, cannot be loaded due to missing"
                                .formatted(phoneNumberId)
                        + " permissions, or does not support this operation",
                "There is no such phone number id in this account.");
    }
}
