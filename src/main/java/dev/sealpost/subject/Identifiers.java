package dev.sealpost.subject;

import dev.sealpost.database.UuidArray;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Which identifier is whose; each method is one statement, or none when there is nothing to ask. */
@Component
class Identifiers {

    private final JdbcClient jdbc;

    Identifiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<BlindIndex, SubjectRef> find(Collection<BlindIndex> indexes) {
        return indexes.isEmpty()
                ? Map.of()
                : owners(jdbc.sql("SELECT index, subject FROM subject_identifier WHERE index = ANY (?)")
                        .param(bytes(indexes)));
    }

    /**
     * Makes each identifier its proposed subject's, and answers whose it is now. When another transaction claims the same one,
     * this waits for it: if that commits, its subject is the answer and the proposed one is not created. The update that changes
     * nothing is what makes the statement see a row that was committed after it began; sorting keeps two batches from waiting for
     * each other.
     */
    Map<BlindIndex, SubjectRef> claim(Map<Identifier, SubjectRef> proposed) {
        if (proposed.isEmpty()) {
            return Map.of();
        }
        List<Identifier> identifiers = List.copyOf(proposed.keySet());
        return owners(jdbc.sql(
                        """
                        WITH proposed AS (
                            SELECT * FROM unnest(?::bytea[], ?::text[], ?::uuid[]) AS p (index, kind, subject)
                        ), claimed AS (
                            INSERT INTO subject_identifier AS known (index, kind, subject)
                            SELECT index, kind, subject FROM proposed ORDER BY index
                            ON CONFLICT (index) DO UPDATE SET subject = known.subject
                            RETURNING index, subject
                        ), created AS (
                            INSERT INTO subject (ref)
                            SELECT DISTINCT subject FROM claimed JOIN proposed USING (index, subject)
                            ON CONFLICT DO NOTHING
                        )
                        SELECT index, subject FROM claimed""")
                .param(bytes(identifiers.stream().map(Identifier::index).toList()))
                .param(new SqlArrayValue(
                        "text", identifiers.stream().map(Identifier::kind).toArray()))
                .param(UuidArray.of(identifiers.stream()
                        .map(identifier -> proposed.get(identifier).value()))));
    }

    /** @return how many were this subject's */
    int remove(Collection<BlindIndex> indexes, SubjectRef subject) {
        return jdbc.sql("DELETE FROM subject_identifier WHERE index = ANY (?) AND subject = ?")
                .param(bytes(indexes))
                .param(subject.value())
                .update();
    }

    private static Map<BlindIndex, SubjectRef> owners(JdbcClient.StatementSpec statement) {
        var owners = new HashMap<BlindIndex, SubjectRef>();
        statement.query(row -> {
            owners.put(new BlindIndex(row.getBytes("index")), subject(row));
        });
        return owners;
    }

    private static SubjectRef subject(ResultSet row) throws SQLException {
        return new SubjectRef(row.getObject("subject", UUID.class));
    }

    private static SqlArrayValue bytes(Collection<BlindIndex> indexes) {
        return new SqlArrayValue(
                "bytea", indexes.stream().map(BlindIndex::bytes).toArray(byte[][]::new));
    }
}
