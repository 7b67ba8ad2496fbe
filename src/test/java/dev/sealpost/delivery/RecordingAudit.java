package dev.sealpost.delivery;

import static java.util.stream.Collectors.groupingBy;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.audit.AuditTrail;
import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers what was committed, and writes to the caller's transaction as the real log does. */
@Transactional(propagation = Propagation.SUPPORTS)
class RecordingAudit implements AuditLog, AuditTrail {

    private final JdbcClient jdbc;
    private final List<AuditRecord> committed = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    RecordingAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("CREATE TABLE IF NOT EXISTS seen_by_audit (kind text NOT NULL, message uuid)")
                .update();
    }

    void failing(boolean value) {
        failing = value;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Collection<AuditRecord> records) {
        if (failing) {
            throw new IllegalStateException("the ledger cannot append");
        }
        jdbc.sql("INSERT INTO seen_by_audit SELECT * FROM unnest(:kinds, :messages)")
                .param("kinds", SqlArrays.texts(records.stream().map(entry -> entry.kind()
                        .wireName())))
                .param(
                        "messages",
                        SqlArrays.uuids(records.stream()
                                .map(entry -> entry.message() == null
                                        ? null
                                        : entry.message().value())))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.addAll(records);
            }
        });
    }

    @Override
    public Map<MessageId, List<AuditRecord>> of(Collection<MessageId> messages) {
        return committed.stream()
                .filter(entry -> entry.message() != null && messages.contains(entry.message()))
                .collect(groupingBy(AuditRecord::message));
    }

    List<AuditRecord> of(MessageId message) {
        return of(List.of(message)).getOrDefault(message, List.of());
    }

    List<AuditKind> kinds(MessageId message) {
        return of(message).stream().map(AuditRecord::kind).toList();
    }

    List<AuditRecord> all() {
        return List.copyOf(committed);
    }
}
