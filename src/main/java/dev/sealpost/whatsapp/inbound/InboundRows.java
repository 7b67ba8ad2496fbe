package dev.sealpost.whatsapp.inbound;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code inbound_message}. Every method is one statement and takes part in the caller's transaction. */
@Repository
class InboundRows {

    private static final String INSERT =
            """
            INSERT INTO inbound_message (id, wamid, wamid_sealed, subject, sender, kind, at, content, kept_until)
            SELECT id, wamid, wamid_sealed, subject, sender, kind, at, content, now() + make_interval(secs => :keep)
            FROM unnest(:ids, :wamids, :sealed, :subjects, :senders, :kinds, :ats, :contents)
                AS row (id, wamid, wamid_sealed, subject, sender, kind, at, content)
            ORDER BY wamid
            ON CONFLICT (wamid) DO NOTHING
            RETURNING id
            """;

    private static final String LEASE =
            """
            WITH due AS (
                SELECT id FROM inbound_message WHERE content IS NOT NULL AND next_attempt_at <= now()
                ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
            UPDATE inbound_message AS row SET next_attempt_at = now() + make_interval(secs => :lease)
            FROM due WHERE row.id = due.id
            RETURNING row.id, row.subject, row.sender, row.kind, row.at, row.content
            """;

    private static final String STEP_ASIDE =
            """
            UPDATE inbound_message SET attempts = least(attempts + 1, 100),
                next_attempt_at = now() + make_interval(secs => power(4, least(attempts + 1, 5)))
            WHERE id = ANY (:ids)
            """;

    private static final String STATUS =
            """
            SELECT extract(epoch FROM clock_timestamp() - min(received_at)) FROM inbound_message WHERE content IS NOT NULL
            """;

    private final JdbcClient jdbc;

    InboundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these keyed indexes, in hexadecimal, that were taken in before. */
    Set<String> known(Collection<String> wamids) {
        return new HashSet<>(jdbc.sql("SELECT encode(wamid, 'hex') FROM inbound_message WHERE wamid = ANY (:wamids)")
                .param("wamids", SqlArrays.bytes(wamids.stream().map(HexFormat.of()::parseHex)))
                .query(String.class)
                .list());
    }

    /** What another transaction took in meanwhile is left out. @return the ids of the others */
    Set<MessageId> insert(List<InboundRow> rows, Duration keep) {
        return new HashSet<>(jdbc.sql(INSERT)
                .param("keep", keep.toSeconds())
                .param("ids", SqlArrays.uuids(of(rows, row -> row.id().value())))
                .param("wamids", SqlArrays.bytes(of(rows, InboundRow::wamid)))
                .param("sealed", SqlArrays.bytes(of(rows, InboundRow::sealedWamid)))
                .param("subjects", SqlArrays.uuids(of(rows, row -> row.subject().value())))
                .param("senders", SqlArrays.texts(of(rows, InboundRow::sender)))
                .param("kinds", SqlArrays.texts(of(rows, InboundRow::kind)))
                .param("ats", SqlArrays.instants(of(rows, InboundRow::at)))
                .param("contents", SqlArrays.bytes(of(rows, InboundRow::content)))
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .list());
    }

    /** The first that wait; for so long nobody else gets them. */
    List<InboundRow> lease(int most, Duration lease) {
        return jdbc
                .sql(LEASE)
                .param("most", most)
                .param("lease", lease.toSeconds())
                .query((row, n) -> new InboundRow(
                        new MessageId(row.getObject("id", UUID.class)),
                        null,
                        null,
                        new SubjectRef(row.getObject("subject", UUID.class)),
                        row.getString("sender"),
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("content")))
                .stream()
                .sorted(Comparator.comparing(InboundRow::id))
                .toList();
    }

    /** No flow waits for them any more. */
    void deleteContent(Collection<MessageId> ids) {
        jdbc.sql("UPDATE inbound_message SET content = NULL WHERE id = ANY (:ids)")
                .param("ids", uuids(ids))
                .update();
    }

    /** The next attempt comes after 4 s, then 16 s, up to 17 minutes. */
    void stepAside(Collection<MessageId> ids) {
        jdbc.sql(STEP_ASIDE).param("ids", uuids(ids)).update();
    }

    /** Of what waits for a flow, how long the first has waited; empty if nothing does. */
    Optional<Duration> oldest() {
        return jdbc.sql(STATUS)
                .query((row, n) -> Optional.ofNullable(row.getBigDecimal(1)))
                .single()
                .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
    }

    Optional<SealedWamid> wamid(MessageId id) {
        return jdbc.sql("SELECT subject, wamid_sealed FROM inbound_message WHERE id = ? AND wamid_sealed IS NOT NULL")
                .param(id.value())
                .query((row, n) -> new SealedWamid(new SubjectRef(row.getObject(1, UUID.class)), row.getBytes(2)))
                .optional();
    }

    private static <T> Stream<T> of(List<InboundRow> rows, Function<InboundRow, T> column) {
        return rows.stream().map(column);
    }

    private static Object uuids(Collection<MessageId> ids) {
        return SqlArrays.uuids(ids.stream().map(MessageId::value));
    }
}
