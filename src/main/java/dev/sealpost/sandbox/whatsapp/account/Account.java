package dev.sealpost.sandbox.whatsapp.account;

import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The numbers of the sandbox's accounts and who may act for them. */
public final class Account {
    private final Sender first;
    private final Map<String, Sender> senders;
    private final Map<String, Access> byToken = new LinkedHashMap<>();
    private final AppSwitches switches;

    public Account(List<Sender> senders, AppSwitches switches) {
        this.first = senders.get(0);
        this.switches = switches;
        this.senders =
                senders.stream().collect(Collectors.toUnmodifiableMap(Sender::phoneNumberId, Function.identity()));
        senders.stream()
                .collect(Collectors.groupingBy(Sender::token))
                .forEach((token, owned) -> byToken.put(token, new Access(owned)));
    }

    /** The number with this id, the first if it is null; empty if there is none. */
    public Optional<Sender> numberOrFirst(String phoneNumberId) {
        return phoneNumberId == null ? Optional.of(first) : Optional.ofNullable(senders.get(phoneNumberId));
    }

    /** Any number of an account. */
    public Optional<Sender> numberOf(String account) {
        return numbersOf(account).stream().findFirst();
    }

    /** In the order of their ids. */
    public List<Sender> numbersOf(String account) {
        return senders.values().stream()
                .filter(sender -> sender.account().equals(account))
                .sorted(Comparator.comparing(Sender::phoneNumberId))
                .toList();
    }

    /** Says which numbers there are. */
    public String unknownNumber() {
        return "phoneNumberId, if given, is one of " + new TreeSet<>(senders.keySet());
    }

    /**
     * What the token is good for.
     *
     * @param proof {@code appsecret_proof}; checked when given, required when switched on
     */
    public Checked<Access> authorise(Optional<String> token, Optional<String> proof) {
        Optional<Access> access = token.map(byToken::get);
        if (access.isEmpty()) {
            return new Checked.Invalid<>(AccessErrors.unknownToken());
        }
        Optional<MetaError> wrong = switches.wrongWith(access.get(), proof);
        return wrong.<Checked<Access>>map(Checked.Invalid::new).orElseGet(() -> new Checked.Valid<>(access.get()));
    }

    /** What the token would be good for, whatever is switched on. */
    public Optional<Access> accessOf(String token) {
        return Optional.ofNullable(byToken.get(token));
    }
}
