package dev.sealpost.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of four partitions that one contender reads. */
final class Topic {

    private static final int PARTITIONS = 4;

    private final String name;
    private final String brokers;
    private final AtomicInteger lost = new AtomicInteger();

    private Topic(String name, String brokers) {
        this.name = name;
        this.brokers = brokers;
    }

    static Topic create(String name, String brokers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            admin.listOffsets(latest(name)).all().get();
            return new Topic(name, brokers);
        } catch (ExecutionException e) {
            throw new IllegalStateException("No topic " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A producer that meets a partition before its log exists may keep its first batch back until it expires, two minutes later. */
    private static Map<TopicPartition, OffsetSpec> latest(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    String name() {
        return name;
    }

    /** Events {@code from} to {@code to} (excluded), as fast as the broker takes them. */
    void load(int from, int to, int people) {
        try (KafkaProducer<String, String> producer = producer(20)) {
            for (int number = from; number < to; number++) {
                send(producer, number, people);
            }
        }
        requireNoneLost();
    }

    private void requireNoneLost() {
        if (lost.get() > 0) {
            throw new IllegalStateException(lost.get() + " events did not get into the topic " + name);
        }
    }

    /** The same, so many a second. */
    void pace(int from, int to, int people, int perSecond) {
        try (KafkaProducer<String, String> producer = producer(0)) {
            long start = System.nanoTime();
            for (int number = from; number < to; number++) {
                long due = start + (number - from) * Duration.ofSeconds(1).toNanos() / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                send(producer, number, people);
            }
        }
        requireNoneLost();
    }

    private void send(KafkaProducer<String, String> producer, int number, int people) {
        var event = new ProducerRecord<String, String>(name, number % PARTITIONS, null, Event.json(number, number % people));
        producer.send(event, (metadata, failure) -> lost.addAndGet(failure == null ? 0 : 1));
    }

    private KafkaProducer<String, String> producer(int lingerMillis) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", Integer.toString(lingerMillis)),
                new StringSerializer(),
                new StringSerializer());
    }
}
