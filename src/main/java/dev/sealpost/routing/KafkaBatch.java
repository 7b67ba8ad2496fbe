package dev.sealpost.routing;

import dev.sealpost.intake.EventBatch;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.Vouching;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/** The records of one poll. Acknowledged by committing the last record of each partition. */
final class KafkaBatch implements EventBatch {

    private final List<Message> records;

    private final Optional<String> signatureHeader;

    /**
     * @param exchanges one for each record, as camel-kafka's batching makes them
     * @param signatureHeader the header with an event's signature, if the flow wants one there
     */
    KafkaBatch(List<?> exchanges, Optional<String> signatureHeader) {
        this.signatureHeader = signatureHeader;
        this.records = exchanges.stream()
                .map(exchange -> ((Exchange) exchange).getMessage())
                .toList();
    }

    @Override
    public List<RawEvent> events() {
        return records.stream().map(this::rawEvent).toList();
    }

    @Override
    public void acknowledge() {
        Map<String, KafkaManualCommit> lastOfPartition = new LinkedHashMap<>();
        records.forEach(message -> lastOfPartition.put(
                partition(message), message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)));
        lastOfPartition.values().forEach(KafkaManualCommit::commit);
    }

    private RawEvent rawEvent(Message message) {
        byte[] body = message.getBody(byte[].class);
        return new RawEvent(
                body == null ? new byte[0] : body,
                "kafka:" + partition(message) + ":" + message.getHeader(KafkaConstants.OFFSET),
                vouching(message));
    }

    private Vouching vouching(Message message) {
        return signatureHeader
                .map(name -> message.getHeader(name, byte[].class))
                .<Vouching>map(value -> new Vouching.Signature(new String(value, StandardCharsets.ISO_8859_1)))
                .orElseGet(Vouching.Nothing::new);
    }

    private static String partition(Message message) {
        return message.getHeader(KafkaConstants.TOPIC) + ":" + message.getHeader(KafkaConstants.PARTITION);
    }

    @Override
    public String toString() {
        return "KafkaBatch[" + records.size() + "]";
    }
}
