package dev.sealpost.consent;

import static dev.sealpost.consent.ConsentStatus.GRANTED;
import static dev.sealpost.consent.ConsentStatus.REQUESTED;
import static dev.sealpost.consent.ConsentStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.Database;
import dev.sealpost.testing.Parts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CurrentConsentsTest {
    private static final Instant T = Instant.parse("2026-11-01T12:00:00Z");
    private static final int SUBJECTS = 50_000;
    private static JdbcTemplate jdbc;

    private final SubjectRef ana = SubjectRef.random();
    private final Consents consents = new StoredConsents(jdbc);

    @BeforeAll
    static void connect() {
        Database database = Parts.database();
        jdbc = new JdbcTemplate(
                new SingleConnectionDataSource(database.url(), database.user(), database.password(), true));
    }

    @Nested
    class WhereAPersonStands {
        @Test
        void isWhatHappenedLastNotWhatArrivedLast() {
            said(1, "p", WITHDRAWN, T);
            said(2, "p", GRANTED, T.minusSeconds(60));
            assertThat(statusOn("p")).isEqualTo(WITHDRAWN);
            said(3, "p", GRANTED, T.plusSeconds(60));
            assertThat(statusOn("p")).isEqualTo(GRANTED);
        }

        @Test
        void isTheStricterOfWhatHappenedAtTheSameInstant() {
            said(4, "p", WITHDRAWN, T);
            said(5, "p", GRANTED, T);
            said(6, "p", REQUESTED, T);
            assertThat(statusOn("p")).isEqualTo(WITHDRAWN);
        }

        @Test
        void isOfEachPurposeByItself() {
            said(7, "p", WITHDRAWN, T);
            said(8, "q", GRANTED, T);
            assertThat(statusOn("p")).isEqualTo(WITHDRAWN);
            assertThat(statusOn("q")).isEqualTo(GRANTED);
        }

        @Test
        void isWithdrawnWhenEverythingWasWithdrawnLater() {
            said(9, "p", GRANTED, T);
            said(10, ConsentSnapshot.EVERY_PURPOSE, WITHDRAWN, T.plusSeconds(1));
            assertThat(statusOn("p")).isEqualTo(WITHDRAWN);
        }
    }

    @Test
    void eventsCannotBeChanged() {
        said(20, "p", GRANTED, T);
        assertThatThrownBy(() -> jdbc.update("UPDATE consent_event SET status = 2"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("TRUNCATE consent_event")).hasMessageContaining("append-only");
    }

    @Test
    void aStoreThatDoesNotAnswerIsAFailureAndNotAnAnswer() {
        Consents down =
                new StoredConsents(new JdbcTemplate(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none")));
        assertThatThrownBy(() -> down.current(Set.of(ana))).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void aStoreThatHangsIsAFailureToo() throws Exception {
        Database database = Parts.database();
        Consents hanging = new StoredConsents(new JdbcTemplate(database.dataSource()), 1);
        try (var other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE consent_event IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(() -> hanging.current(Set.of(ana))).isInstanceOf(DataAccessException.class);
            other.rollback();
        }
        assertThat(hanging.current(Set.of(ana)).states()).isEmpty();
    }

    @Test
    void aBatchIsOneStatementThatReadsTheIndexOnly() {
        jdbc.update(
                """
                INSERT INTO consent_event (id, subject, purpose, status, at, recorded_at, source, actor, fingerprint)
                SELECT 1000 + n * 3 + event, md5(n::text)::uuid, 'p' || event, 2, now(), now(), 'import', 'key:x', sha256(n::text::bytea)
                FROM generate_series(1, ?) AS n, generate_series(0, 2) AS event""",
                SUBJECTS);
        jdbc.execute("VACUUM (ANALYZE) consent_event");
        List<SubjectRef> batch = Stream.of(jdbc.queryForObject(
                        "SELECT array_agg(md5(n::text)::uuid) FROM generate_series(1, 200) AS n",
                        (row, number) -> (UUID[]) row.getArray(1).getArray()))
                .map(SubjectRef::new)
                .toList();

        JdbcTemplate watched = spy(jdbc);
        assertThat(new StoredConsents(watched).current(batch).states())
                .hasSize(200)
                .allSatisfy((subject, states) -> assertThat(states).hasSize(3));
        verify(watched, times(1)).query(any(PreparedStatementCreator.class), any(RowMapper.class));
        assertThat(plan(batch)).contains("Index Only Scan using consent_event_current", "Heap Fetches: 0");
    }

    private static String plan(List<SubjectRef> batch) {
        UUID[] ids = batch.stream().map(SubjectRef::value).toArray(UUID[]::new);
        return String.join(
                "\n",
                jdbc.query(
                        connection -> {
                            var explain = connection.prepareStatement("EXPLAIN (ANALYZE) " + StoredConsents.CURRENT);
                            explain.setArray(1, connection.createArrayOf("uuid", ids));
                            return explain;
                        },
                        (row, number) -> row.getString(1)));
    }

    private void said(long id, String purpose, ConsentStatus status, Instant at) {
        jdbc.update(
                """
                INSERT INTO consent_event (id, subject, purpose, status, at, recorded_at, source, actor, fingerprint)
                VALUES (?, ?, ?, ?, ?, now(), 'form', 'key:x', sha256('x'))""",
                id,
                ana.value(),
                purpose,
                status.code(),
                Timestamp.from(at));
    }

    private ConsentStatus statusOn(String purpose) {
        return consents.current(List.of(ana)).of(ana, purpose).orElseThrow().status();
    }
}
