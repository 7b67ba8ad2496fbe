package dev.sealpost.sandbox.demo;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A stock Kafka producer. */
final class Shop implements AutoCloseable {
    private static final String TOPIC = "shop.orders.shipped";

    private final KafkaProducer<String, String> producer;

    Shop(String brokers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "acks", "all", "max.block.ms", "20000");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Returns when the broker has it. */
    void drop(String event) throws IOException, InterruptedException {
        try {
            producer.send(new ProducerRecord<>(TOPIC, event)).get();
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not take the event", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
