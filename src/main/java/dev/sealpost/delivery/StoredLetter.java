package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A dead letter as it is stored. Prints none of its content.
 *
 * @param subject null if it is not known
 * @param purpose null of an event
 * @param holds {@code event}: as it came in; {@code content}: a minimised message that was not sent
 * @param forSubject whether it is sealed under the person's key rather than the hub's
 * @param verifiedBy the signer whose signature of the event was found good when it came in; null if nobody's was
 */
record StoredLetter(
        UUID id,
        MessageId message,
        String flow,
        SubjectRef subject,
        String purpose,
        String reason,
        String holds,
        byte[] content,
        boolean forSubject,
        String verifiedBy,
        Instant createdAt,
        Instant expiresAt) {

    static final String COLUMNS =
            "id, message, flow, subject, purpose, reason, holds, content, sealed_for, verified_by, created_at, expires_at";

    static StoredLetter read(ResultSet row) throws SQLException {
        UUID subject = row.getObject("subject", UUID.class);
        return new StoredLetter(
                row.getObject("id", UUID.class),
                new MessageId(row.getObject("message", UUID.class)),
                row.getString("flow"),
                subject == null ? null : new SubjectRef(subject),
                row.getString("purpose"),
                row.getString("reason"),
                row.getString("holds"),
                row.getBytes("content"),
                row.getString("sealed_for").equals("subject"),
                row.getString("verified_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    boolean isEvent() {
        return holds.equals("event");
    }

    @Override
    public String toString() {
        return "StoredLetter[" + id + "]";
    }
}
