package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.database.SqlArrays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down that messages wait, and why. Takes part in the claim's transaction, which holds their rows. */
@Component
class WaitingMessages {

    private static final String UPDATE =
            """
            UPDATE message m
            SET next_attempt_at = coalesce(wait.until, m.next_attempt_at), held = wait.until IS NULL, reason = wait.reason
            FROM unnest(:ids, :untils, :reasons) AS wait (id, until, reason)
            WHERE m.id = wait.id AND m.state = 'QUEUED'
            """;

    private final JdbcClient jdbc;
    private final Turns turns;
    private final AuditLog audit;

    WaitingMessages(JdbcClient jdbc, Turns turns, AuditLog audit) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.audit = audit;
    }

    void set(Map<Candidate, Wait> waits) {
        if (waits.isEmpty()) {
            return;
        }
        List<Entry<Candidate, Wait>> entries = List.copyOf(waits.entrySet());
        jdbc.sql(UPDATE)
                .param(
                        "ids",
                        SqlArrays.uuids(entries.stream()
                                .map(entry -> entry.getKey().message().id().value())))
                .param("untils", SqlArrays.instants(entries.stream().map(entry -> until(entry.getValue()))))
                .param("reasons", SqlArrays.texts(entries.stream().map(entry -> entry.getValue()
                        .reason()
                        .toString())))
                .update();
        hold(entries.stream()
                .filter(entry -> entry.getValue() instanceof Wait.Held)
                .toList());
    }

    private void hold(List<Entry<Candidate, Wait>> held) {
        if (held.isEmpty()) {
            return;
        }
        audit.append(held.stream()
                .map(entry -> entry.getKey()
                        .message()
                        .entry(AuditKind.MESSAGE_HELD)
                        .outcome("held")
                        .reason(entry.getValue().reason())
                        .build())
                .toList());
        turns.passOn(
                held.stream().map(entry -> entry.getKey().message().subject()).collect(Collectors.toSet()));
    }

    private static Instant until(Wait wait) {
        return wait instanceof Wait.Until until ? until.at() : null;
    }
}
