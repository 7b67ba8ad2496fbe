package dev.sealpost.delivery;

import dev.sealpost.consent.Purpose;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.sealing.SealedMessage;
import dev.sealpost.sealing.SealedMessages;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SubjectKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages for tests, sealed for people whose keys exist. */
class Letters {

    static final PhoneNumber ANA = new PhoneNumber("+351912345678");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SubjectKeys keys;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Letters(SubjectKeys keys, Outbox outbox, TransactionTemplate transaction) {
        this.keys = keys;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    static BlindIndex source() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new BlindIndex(bytes);
    }

    QueuedMessage toSomebody() {
        return toSomebody(TestPurposes.RESENT);
    }

    QueuedMessage toSomebody(Purpose purpose) {
        return to(SubjectRef.random(), purpose);
    }

    QueuedMessage to(SubjectRef person, Purpose purpose) {
        return to(List.of(person), purpose).get(0);
    }

    List<QueuedMessage> toDifferentPeople(int count) {
        return to(Stream.generate(SubjectRef::random).limit(count).toList(), TestPurposes.RESENT);
    }

    /** One for each, in this order. */
    List<QueuedMessage> to(List<SubjectRef> people, Purpose purpose) {
        keys.create(Set.copyOf(people));
        Map<SubjectRef, DataKey> loaded = keys.load(Set.copyOf(people));
        List<QueuedMessage> messages = new ArrayList<>();
        people.forEach(person -> messages.add(message(person, purpose, source(), loaded.get(person))));
        return messages;
    }

    QueuedMessage withSource(BlindIndex source) {
        SubjectRef person = SubjectRef.random();
        keys.create(List.of(person));
        return message(
                person, TestPurposes.RESENT, source, keys.load(List.of(person)).get(person));
    }

    void enqueue(Collection<QueuedMessage> messages) {
        transaction.executeWithoutResult(status -> outbox.enqueue(messages));
    }

    QueuedMessage queued(QueuedMessage message) {
        enqueue(List.of(message));
        return message;
    }

    private static QueuedMessage message(SubjectRef person, Purpose purpose, BlindIndex source, DataKey key) {
        var origin = new SealedMessage.Origin(
                MessageId.next(),
                "order-shipped",
                source,
                person,
                "PT",
                purpose,
                "basis:contract",
                "order-shipped",
                Set.of("firstName"),
                4,
                Instant.now());
        var content = new OpenedContent(ANA, Map.of("firstName", "Ana"));
        return new QueuedMessage(SealedMessages.seal(origin, content, key), "order_shipped");
    }
}
