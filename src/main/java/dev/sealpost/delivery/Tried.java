package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A message that was tried, as far as it matters for what follows from a refusal.
 *
 * @param attempt the number of the last try, 1 for the first
 * @param sendable its content is there
 */
record Tried(
        MessageFacts message,
        String template,
        String sender,
        String country,
        int attempt,
        Refusals refusals,
        Instant expiresAt,
        boolean sendable) {

    static final String COLUMNS = MessageFacts.COLUMNS + ", template, sender, country, attempts, expires_at, "
            + Refusals.COLUMNS + ", content IS NOT NULL AS sendable";

    static Tried read(ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Tried(
                MessageFacts.read(row),
                row.getString("template"),
                row.getString("sender"),
                row.getString("country"),
                row.getInt("attempts"),
                Refusals.read(row),
                expires == null ? Instant.EPOCH : expires.toInstant(),
                row.getBoolean("sendable"));
    }

    MessageId id() {
        return message.id();
    }

    /** What the refusal asks for beyond the message. */
    List<Consequence> consequences(DeliveryOutcome.Refusal refusal) {
        var occasion = new Occasion(
                id(),
                message.subject(),
                message.purpose(),
                template,
                sender,
                country,
                attempt,
                refusal.code(),
                refusal.reason(),
                refusal.after());
        return refusal.effects().stream()
                .sorted()
                .map(effect -> effect.after(occasion))
                .toList();
    }

    Tried after(Scope scope) {
        return new Tried(message, template, sender, country, attempt, refusals.plus(scope), expiresAt, sendable);
    }
}
