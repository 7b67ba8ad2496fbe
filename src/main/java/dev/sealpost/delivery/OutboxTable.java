package dev.sealpost.delivery;

import dev.sealpost.database.SqlArrays;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where messages are inserted: one statement with an array for each column, whatever their number. As rows of values, which is how JPA
 * batches them, the server parses a parameter for each field of each message.
 */
@Component
class OutboxTable {

    private static final String SOURCE_ONCE = "message_source_once";

    private static final String INSERT =
            """
            INSERT INTO message (id, flow, source, purpose, subject, state, reason, template, sender, country, priority, content,
                                 expires_at, received_at)
            SELECT * FROM unnest(:ids, :flows, :sources, :purposes, :subjects, :states, :reasons, :templates, :senders, :countries, :priorities, :contents,
                                 :expiries, :receipts)
            """;

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws SourceTakenMeanwhile if another transaction has accepted one of the source ids since it was asked for */
    void insert(List<OutboxRow> rows) {
        try {
            jdbc.sql(INSERT)
                    .param("ids", SqlArrays.uuids(rows.stream().map(OutboxRow::id)))
                    .param("flows", SqlArrays.texts(rows.stream().map(OutboxRow::flow)))
                    .param("sources", SqlArrays.bytes(rows.stream().map(OutboxRow::source)))
                    .param("purposes", SqlArrays.texts(rows.stream().map(OutboxRow::purpose)))
                    .param("subjects", SqlArrays.uuids(rows.stream().map(OutboxRow::subject)))
                    .param("states", SqlArrays.texts(rows.stream().map(row -> row.state()
                            .name())))
                    .param("reasons", SqlArrays.texts(rows.stream().map(OutboxRow::reason)))
                    .param("templates", SqlArrays.texts(rows.stream().map(OutboxRow::template)))
                    .param("senders", SqlArrays.texts(rows.stream().map(OutboxRow::sender)))
                    .param("countries", SqlArrays.texts(rows.stream().map(OutboxRow::country)))
                    .param("priorities", SqlArrays.longs(rows.stream().map(OutboxRow::priority)))
                    .param("contents", SqlArrays.bytes(rows.stream().map(OutboxRow::content)))
                    .param("expiries", SqlArrays.instants(rows.stream().map(OutboxRow::expiresAt)))
                    .param("receipts", SqlArrays.instants(rows.stream().map(OutboxRow::receivedAt)))
                    .update();
        } catch (DuplicateKeyException e) {
            throw sourceTaken(e) ? new SourceTakenMeanwhile(e) : e;
        }
    }

    private static boolean sourceTaken(DuplicateKeyException e) {
        ServerErrorMessage said = e.getCause() instanceof PSQLException cause ? cause.getServerErrorMessage() : null;
        return said != null && SOURCE_ONCE.equals(said.getConstraint());
    }
}
