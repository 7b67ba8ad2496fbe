package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.database.SqlArrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dead letters that a caller may see: those of the flows the key is restricted to, if it is. */
@Repository
class DeadLetterTable {
    private static final String SELECT = "SELECT " + StoredLetter.COLUMNS + " FROM dead_letter WHERE ";
    private static final String ALLOWED =
            " AND (cardinality(:flows) = 0 OR flow = ANY (:flows)) AND expires_at > now()";

    private final JdbcClient jdbc;

    DeadLetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredLetter> find(UUID id, Caller caller) {
        return jdbc.sql(SELECT + "id = :id" + ALLOWED)
                .param("id", id)
                .param("flows", SqlArrays.texts(caller.flows().stream()))
                .query((row, number) -> StoredLetter.read(row))
                .optional();
    }

    /** Without their content, oldest first; ids are time-ordered. */
    List<StoredLetter> find(LetterFilter filter, UUID after, int most, Caller caller) {
        return jdbc.sql(SELECT.replace("content,", "NULL::bytea AS content,")
                        + """
                                id > :after
                                  AND (:reason::text IS NULL OR split_part(reason, ':', 1) = :reason)
                                  AND (:flow::text IS NULL OR flow = :flow)
                                """
                        + ALLOWED + " ORDER BY id LIMIT :most")
                .param("after", after)
                .param("reason", filter.reason())
                .param("flow", filter.flow())
                .param("flows", SqlArrays.texts(caller.flows().stream()))
                .param("most", most)
                .query((row, number) -> StoredLetter.read(row))
                .list();
    }

    /** Deletes a letter, content and all. @return whether it was there: one of those who try is told so */
    boolean delete(StoredLetter letter) {
        return jdbc.sql("DELETE FROM dead_letter WHERE id = ?")
                        .param(letter.id())
                        .update()
                == 1;
    }
}
