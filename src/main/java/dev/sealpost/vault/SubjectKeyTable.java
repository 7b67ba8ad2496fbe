package dev.sealpost.vault;

import dev.sealpost.database.UuidArray;
import dev.sealpost.message.SubjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** {@link SubjectKeys} in the table {@code keys.subject_key}. Keeps no key in memory, so that a destroyed one is gone at once. */
@Component
class SubjectKeyTable implements SubjectKeys {

    private final JdbcClient jdbc;
    private final KeyWrap wrap;
    private final ApplicationEventPublisher events;

    SubjectKeyTable(JdbcClient jdbc, KeyWrap wrap, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.wrap = wrap;
        this.events = events;
    }

    @Override
    public void create(Collection<SubjectRef> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        List<SubjectRef> distinct = subjects.stream().distinct().toList();
        List<WrappedKey> wrapped = distinct.stream().map(wrap::wrapNew).toList();
        jdbc.sql(
                        """
                        INSERT INTO keys.subject_key (subject, kek_id, wrapped)
                        SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::bytea[]) AS key (subject, kek_id, wrapped)
                        ORDER BY subject -- the same order in every hub: no deadlock
                        ON CONFLICT (subject) DO NOTHING""")
                .param(uuids(distinct))
                .param(new SqlArrayValue(
                        "bigint", wrapped.stream().map(WrappedKey::kekId).toArray()))
                .param(new SqlArrayValue(
                        "bytea", wrapped.stream().map(WrappedKey::bytes).toArray(byte[][]::new)))
                .update();
    }

    @Override
    public Map<SubjectRef, DataKey> load(Collection<SubjectRef> subjects) {
        var keys = new HashMap<SubjectRef, DataKey>();
        if (!subjects.isEmpty()) {
            jdbc.sql("SELECT subject, kek_id, wrapped FROM keys.subject_key WHERE subject = ANY (?)")
                    .param(uuids(subjects))
                    .query(row -> {
                        keys.put(new SubjectRef(row.getObject("subject", UUID.class)), dataKey(row));
                    });
        }
        return keys;
    }

    @Override
    public void destroy(SubjectRef subject) {
        int deleted = jdbc.sql("DELETE FROM keys.subject_key WHERE subject = ?")
                .param(subject.value())
                .update();
        if (deleted > 0) {
            events.publishEvent(new SubjectKeyDestroyed(subject));
        }
    }

    private DataKey dataKey(ResultSet row) throws SQLException {
        var subject = new SubjectRef(row.getObject("subject", UUID.class));
        try {
            return wrap.unwrap(subject, new WrappedKey(row.getLong("kek_id"), row.getBytes("wrapped")));
        } catch (SealBroken e) {
            return new BrokenDataKey(e.getMessage());
        }
    }

    private static UuidArray uuids(Collection<SubjectRef> subjects) {
        return UuidArray.of(subjects.stream().map(SubjectRef::value));
    }
}
