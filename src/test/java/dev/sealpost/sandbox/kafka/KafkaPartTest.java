package dev.sealpost.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.testing.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The sandbox's Kafka")
class KafkaPartTest {
    @TempDir
    static Path directory;

    @Test
    void keepsWhatItAcknowledgedWhenItsProcessIsKilled() throws Exception {
        try (var child = ChildJvm.start(directory, KilledOwner.class.getName(), directory.toString())) {
            child.awaitOutput("acknowledged");
            child.kill();
        }
        try (var kafka = KafkaPart.start(directory, anyPort())) {
            assertThat(read(kafka, "kept")).isEqualTo("an event");
            assertThatThrownBy(() -> write(kafka, "kept", "x".repeat(2_000_000)))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    private static LoopbackPort anyPort() {
        return new LoopbackPort("the test's port", 0);
    }

    private static void write(KafkaPart kafka, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.brokers(), "max.request.size", 10_000_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
        }
    }

    private static String read(KafkaPart kafka, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.brokers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    /** Starts the broker, has a record acknowledged and waits to be killed. */
    static final class KilledOwner {
        public static void main(String[] args) throws Exception {
            write(KafkaPart.start(Path.of(args[0]), anyPort()), "kept", "an event");
            System.out.println("acknowledged");
            Thread.currentThread().join();
        }
    }
}
