package dev.sealpost.sandbox.whatsapp.account;

import dev.sealpost.sandbox.whatsapp.wire.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a token is good for: the numbers it may act for, and their accounts. */
public final class Access {
    private final Map<String, Sender> senders;
    private final String proof;

    Access(List<Sender> senders) {
        this.senders =
                senders.stream().collect(Collectors.toUnmodifiableMap(Sender::phoneNumberId, Function.identity()));
        Sender any = senders.get(0);
        this.proof = Signature.hex(any.token(), any.appSecret());
    }

    public Optional<Sender> number(String phoneNumberId) {
        return Optional.ofNullable(senders.get(phoneNumberId));
    }

    public Set<String> accounts() {
        return senders.values().stream().map(Sender::account).collect(Collectors.toUnmodifiableSet());
    }

    public boolean ownsAccount(String account) {
        return senders.values().stream().anyMatch(sender -> sender.account().equals(account));
    }

    boolean isProvenBy(String given) {
        return proof.equals(given);
    }
}
