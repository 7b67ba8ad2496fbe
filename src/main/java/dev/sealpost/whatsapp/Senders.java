package dev.sealpost.whatsapp;

import dev.sealpost.subject.Recipient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers there are. A person always hears from the same one, so that they have one chat with the business; when a sender is
 * added or removed, only the people it gains or loses change (rendezvous hashing).
 */
record Senders(List<Sender> all, Map<String, Sender> byPhoneNumberId) {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** @throws IllegalArgumentException if there is none, or two have the same phone number id */
    static Senders of(List<Sender> senders) {
        if (senders.isEmpty()) {
            throw new IllegalArgumentException("At least one sender is needed");
        }
        return new Senders(
                List.copyOf(senders),
                senders.stream().collect(Collectors.toUnmodifiableMap(Sender::phoneNumberId, Function.identity())));
    }

    Sender of(Recipient person) {
        return all.stream()
                .max(Comparator.comparingLong(sender -> weight(sender, person)))
                .orElseThrow();
    }

    Optional<Sender> find(String phoneNumberId) {
        return Optional.ofNullable(byPhoneNumberId.get(phoneNumberId));
    }

    private static long weight(Sender sender, Recipient person) {
        long mixed =
                sender.phoneNumberId().hashCode() * GOLDEN_RATIO + person.text().hashCode();
        mixed = (mixed ^ (mixed >>> 32)) * GOLDEN_RATIO;
        return mixed ^ (mixed >>> 29);
    }
}
