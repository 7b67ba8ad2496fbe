package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What every audit entry about a message names. */
record MessageFacts(MessageId id, String flow, SubjectRef subject, String purpose) {

    static final String COLUMNS = "id, flow, subject, purpose";

    static MessageFacts read(ResultSet row) throws SQLException {
        return new MessageFacts(
                new MessageId(row.getObject("id", UUID.class)),
                row.getString("flow"),
                new SubjectRef(row.getObject("subject", UUID.class)),
                row.getString("purpose"));
    }

    AuditRecord.Builder entry(AuditKind kind) {
        return AuditRecord.of(kind).flow(flow).message(id).subject(subject).purpose(purpose);
    }
}
