package dev.sealpost.delivery;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.consent.Purpose;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two dispatchers on one outbox, each with a breaker of its own, as two hubs are; a fifth of the sends is refused at first. */
class OneAtATimeTest extends DispatchingTest {

    private static final int PEOPLE = 60;

    private final Random random = new Random(11);
    private final List<SubjectRef> people =
            Stream.generate(SubjectRef::random).limit(PEOPLE).toList();
    private final Map<MessageId, QueuedMessage> messages = new ConcurrentHashMap<>();
    private final Map<SubjectRef, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final List<MessageId> accepted = new CopyOnWriteArrayList<>();
    private final Set<MessageId> refusedBefore = ConcurrentHashMap.newKeySet();
    private Dispatcher other;

    @BeforeEach
    void twoHubs() {
        channel.answersAsynchronously(this::answer);
        var breakers = new Breakers(settings, channel);
        other = new Dispatcher(
                new DispatcherParts(
                        parts.claims(),
                        parts.settlement(),
                        parts.sender(),
                        new SenderLimits(channel, List.of(breakers)),
                        breakers,
                        new WakeUp(),
                        parts.sweeps(),
                        parts.backlog(),
                        parts.metrics(),
                        settings),
                new DeliveryMetrics(new SimpleMeterRegistry()));
    }

    @AfterEach
    void stopOther() {
        other.stop();
    }

    @Test
    void whatIsQueuedForAPersonGoesByPriorityAndThenInOrderAndOneAtATime() {
        letters.enqueue(messages(600));
        start();
        other.start();

        awaitAllSent();

        assertThat(mostAtOnce).hasValue(1);
        assertThat(accepted).doesNotHaveDuplicates();
        assertThat(acceptedBySubject()).isEqualTo(bySubject(inLawfulOrder()));
    }

    @Test
    void soDoesWhatComesInWhileOthersAreSent() {
        start();
        other.start();
        IntStream.range(0, 60).forEach(batch -> letters.enqueue(messages(10)));

        awaitAllSent();

        assertThat(mostAtOnce).hasValue(1);
        assertThat(accepted).doesNotHaveDuplicates();
        assertThat(acceptedBySubject(TestPurposes.URGENT)).isEqualTo(bySubject(inLawfulOrder(TestPurposes.URGENT)));
        assertThat(acceptedBySubject(TestPurposes.PARKED)).isEqualTo(bySubject(inLawfulOrder(TestPurposes.PARKED)));
    }

    private CompletableFuture<DeliveryOutcome> answer(OutboundMessage message) {
        AtomicInteger own = inFlight.computeIfAbsent(subject(message.id()), any -> new AtomicInteger());
        int now = own.incrementAndGet();
        mostAtOnce.accumulateAndGet(now, Math::max);
        boolean refused = ThreadLocalRandom.current().nextInt(5) == 0 && refusedBefore.add(message.id());
        var later =
                CompletableFuture.delayedExecutor(ThreadLocalRandom.current().nextInt(5), TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(
                () -> {
                    if (!refused) {
                        accepted.add(message.id());
                    }
                    own.decrementAndGet();
                    return refused
                            ? new DeliveryOutcome.RetryLater(TestReasons.BUSY, null, Scope.MESSAGE)
                            : TestChannel.accepted(message);
                },
                later);
    }

    private List<QueuedMessage> messages(int count) {
        List<QueuedMessage> made = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Purpose purpose = random.nextInt(4) == 0 ? TestPurposes.URGENT : TestPurposes.PARKED;
            QueuedMessage message = letters.to(people.get(random.nextInt(PEOPLE)), purpose);
            messages.put(id(message), message);
            made.add(message);
        }
        return made;
    }

    private void awaitAllSent() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rows.count("message WHERE state = 'SENT'"))
                        .as(rows.states())
                        .isEqualTo(messages.size()));
    }

    private List<MessageId> inLawfulOrder(Purpose... purposes) {
        return messages.values().stream()
                .filter(message -> purposes.length == 0 || List.of(purposes).contains(purpose(id(message))))
                .sorted(comparing(
                                (QueuedMessage message) -> purpose(id(message)).priority())
                        .thenComparing(DeliveryBeans::id))
                .map(DeliveryBeans::id)
                .toList();
    }

    private Map<SubjectRef, List<MessageId>> acceptedBySubject(Purpose... purposes) {
        return bySubject(accepted.stream()
                .filter(message -> purposes.length == 0 || List.of(purposes).contains(purpose(message)))
                .toList());
    }

    private Map<SubjectRef, List<MessageId>> bySubject(List<MessageId> ids) {
        return ids.stream().collect(groupingBy(this::subject, mapping(id -> id, toList())));
    }

    private SubjectRef subject(MessageId message) {
        return messages.get(message).sealed().origin().subject();
    }

    private Purpose purpose(MessageId message) {
        return messages.get(message).sealed().origin().purpose();
    }
}
