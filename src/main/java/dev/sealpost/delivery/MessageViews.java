package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.audit.AuditTrail;
import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks messages up, two queries however many, and writes down who did: no entry, no answer. A key that is restricted to some flows
 * sees the messages of those.
 */
@Component
@Transactional
class MessageViews {

    private static final int MOST = 100;
    private static final String SELECT = "SELECT id, flow, purpose, state FROM message WHERE ";
    private static final String FLOWS = " AND (cardinality(:flows) = 0 OR flow = ANY (:flows))";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final AuditLog audit;

    MessageViews(JdbcClient jdbc, AuditTrail trail, AuditLog audit) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.audit = audit;
    }

    Optional<MessageView> byId(MessageId id, Caller caller) {
        List<MessageView> found = views(rows("id = :id", caller).param("id", id.value()));
        audit.append(lookUp(caller, found).message(id).build());
        return found.stream().findFirst();
    }

    /** The newest hundred. */
    List<MessageView> bySubject(SubjectRef subject, Caller caller) {
        List<MessageView> found = views(rows("subject = :subject", caller).param("subject", subject.value()));
        audit.append(lookUp(caller, found).subject(subject).build());
        return found;
    }

    List<MessageView> bySource(String flow, BlindIndex source, Caller caller) {
        List<MessageView> found = views(rows("flow = :flow AND source = :source", caller)
                .param("flow", flow)
                .param("source", source.bytes()));
        audit.append(lookUp(caller, found)
                .message(found.isEmpty() ? null : new MessageId(found.get(0).id()))
                .build());
        return found;
    }

    private JdbcClient.StatementSpec rows(String condition, Caller caller) {
        return jdbc.sql(SELECT + condition + FLOWS + " ORDER BY id DESC LIMIT " + MOST)
                .param("flows", SqlArrays.texts(caller.flows().stream()));
    }

    private List<MessageView> views(JdbcClient.StatementSpec query) {
        List<Row> rows = query.query(Row.class).list();
        Map<MessageId, List<AuditRecord>> trails =
                trail.of(rows.stream().map(row -> new MessageId(row.id())).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> row.view(trails.getOrDefault(new MessageId(row.id()), List.of())))
                .toList();
    }

    private static AuditRecord.Builder lookUp(Caller caller, List<MessageView> found) {
        return AuditRecord.of(AuditKind.MESSAGE_LOOKED_UP)
                .by(caller.getName())
                .outcome(found.isEmpty() ? "not-found" : "found")
                .evidence("found", found.size());
    }

    record Row(UUID id, String flow, String purpose, MessageState state) {

        MessageView view(List<AuditRecord> trail) {
            return new MessageView(
                    id, flow, purpose, state, MessageHistory.steps(trail), MessageHistory.evidence(trail));
        }
    }
}
