package dev.sealpost.delivery;

import dev.sealpost.consent.Purpose;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.sealing.SealedMessage;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.vault.BlindIndex;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages for tests, sealed for people whose keys exist. */
@Component
class Letters {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestKeys keys;
    private final TestSealer sealer;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Letters(TestKeys keys, TestSealer sealer, Outbox outbox, TransactionTemplate transaction) {
        this.keys = keys;
        this.sealer = sealer;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    static BlindIndex source() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new BlindIndex(bytes);
    }

    QueuedMessage toSomebody() {
        return to(SubjectRef.random(), TestPurposes.RESENT);
    }

    QueuedMessage toSomebody(Purpose purpose) {
        return to(SubjectRef.random(), purpose);
    }

    QueuedMessage withSource(BlindIndex source) {
        return message(SubjectRef.random(), TestPurposes.RESENT, source);
    }

    QueuedMessage to(SubjectRef subject, Purpose purpose) {
        return message(subject, purpose, source());
    }

    List<QueuedMessage> toDifferentPeople(int count) {
        return IntStream.range(0, count).mapToObj(n -> toSomebody()).toList();
    }

    void enqueue(Collection<QueuedMessage> messages) {
        transaction.executeWithoutResult(status -> outbox.enqueue(messages));
    }

    QueuedMessage queued(QueuedMessage message) {
        enqueue(List.of(message));
        return message;
    }

    private QueuedMessage message(SubjectRef subject, Purpose purpose, BlindIndex source) {
        keys.create(List.of(subject));
        var origin = new SealedMessage.Origin(
                MessageId.next(),
                "order-shipped",
                source,
                subject,
                purpose,
                "basis:contract",
                "order-shipped",
                Set.of("firstName"),
                4,
                Instant.now());
        var to = new PhoneNumber("+3519" + (10_000_000 + RANDOM.nextInt(80_000_000)));
        return new QueuedMessage(
                sealer.seal(origin, to, keys.load(List.of(subject)).get(subject)), "order_shipped");
    }
}
