package dev.sealpost.whatsapp;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.sealpost.delivery.Destination;
import dev.sealpost.message.SubjectRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The numbers there are. A person always hears from the same one of those that serve them, so that they have one chat with the
 * business; when a sender is added or removed, only the people it gains or loses change (rendezvous hashing).
 */
public record Senders(List<Sender> all, Map<String, Sender> byName, Map<String, Sender> byPhoneNumberId) {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** @throws IllegalStateException if two have the same name or phone number id */
    static Senders of(List<Sender> senders) {
        return new Senders(
                List.copyOf(senders),
                senders.stream().collect(toUnmodifiableMap(Sender::name, Function.identity())),
                senders.stream().collect(toUnmodifiableMap(Sender::phoneNumberId, Function.identity())));
    }

    /** Those that serve it, the person's own first. */
    List<Sender> of(Destination destination) {
        return all.stream()
                .filter(sender -> sender.serves(destination))
                .sorted(Comparator.comparingLong((Sender sender) -> weight(sender, destination.subject()))
                        .reversed())
                .toList();
    }

    public Optional<Sender> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Sender> find(String phoneNumberId) {
        return Optional.ofNullable(byPhoneNumberId.get(phoneNumberId));
    }

    private static long weight(Sender sender, SubjectRef person) {
        long mixed = sender.phoneNumberId().hashCode() * GOLDEN_RATIO
                + person.value().hashCode();
        mixed = (mixed ^ (mixed >>> 32)) * GOLDEN_RATIO;
        return mixed ^ (mixed >>> 29);
    }
}
