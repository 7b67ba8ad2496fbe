package dev.sealpost.delivery;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.vault.BlindIndex;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox in PostgreSQL: one insert for each call, and one for its audit entries. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredOutbox implements Outbox {

    private final OutboxTable table;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final WakeUp wakeUp;
    private final SenderChoice choice;

    StoredOutbox(OutboxTable table, JdbcClient jdbc, AuditLog audit, WakeUp wakeUp, SenderChoice choice) {
        this.table = table;
        this.jdbc = jdbc;
        this.audit = audit;
        this.wakeUp = wakeUp;
        this.choice = choice;
    }

    @Override
    public void enqueue(Collection<QueuedMessage> queued) {
        if (queued.isEmpty()) {
            return;
        }
        Function<Outgoing, String> senders =
                choice.among(queued.stream().map(Outgoing::of).toList());
        table.insert(queued.stream()
                .map(message -> OutboxRow.queued(message, senders.apply(Outgoing.of(message))))
                .toList());
        audit.append(queued.stream().map(OutboxRecords::queued).toList());
        wakeUp.afterCommit();
    }

    @Override
    public void refuse(Collection<RefusedMessage> refused) {
        if (refused.isEmpty()) {
            return;
        }
        table.insert(refused.stream().map(OutboxRow::refused).toList());
        audit.append(refused.stream().map(OutboxRecords::refused).toList());
    }

    @Override
    public void record(Collection<RecordedMessage> recorded) {
        if (recorded.isEmpty()) {
            return;
        }
        table.insert(recorded.stream().map(OutboxRow::recorded).toList());
        audit.append(recorded.stream().map(OutboxRecords::recorded).toList());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<BlindIndex, MessageId> known(String flow, Collection<BlindIndex> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT source, id FROM message WHERE flow = :flow AND source = ANY (:sources)")
                .param("flow", flow)
                .param("sources", SqlArrays.bytes(sources.stream().map(BlindIndex::bytes)))
                .query((row, n) -> Map.entry(
                        new BlindIndex(row.getBytes("source")), new MessageId(row.getObject("id", UUID.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The id of its own that the row gets instead is in the domain of no flow, and the same each time. */
    @Override
    public void giveWay(Collection<MessageId> refused) {
        if (!refused.isEmpty()) {
            jdbc.sql("UPDATE message SET source = sha256(uuid_send(id)) WHERE id = ANY (:ids) AND state = 'REFUSED'")
                    .param("ids", SqlArrays.uuids(refused.stream().map(MessageId::value)))
                    .update();
        }
    }
}
