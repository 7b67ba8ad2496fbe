package dev.sealpost.pacing;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.database.UuidArray;
import dev.sealpost.message.SubjectRef;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people each portfolio has begun with. */
@Component
class TierTable {

    private static final String ADD = "INSERT INTO tier_use (portfolio) VALUES (:portfolio) ON CONFLICT DO NOTHING";
    private static final String ONE = "SELECT * FROM tier_use WHERE portfolio = :portfolio FOR UPDATE";
    private static final String ALL = "SELECT * FROM tier_use ORDER BY portfolio";

    private static final String KNOWN =
            """
            SELECT c.subject FROM unnest(:subjects) AS person (subject)
            JOIN tier_contact c ON c.portfolio = :portfolio AND c.subject = person.subject
            """;

    private static final String COUNT =
            """
            WITH counted AS (
                INSERT INTO tier_contact (portfolio, subject, last_at)
                SELECT DISTINCT :portfolio, subject, now() FROM unnest(:subjects) AS person (subject)
                ON CONFLICT (portfolio, subject) DO UPDATE SET last_at = excluded.last_at
                RETURNING xmax = 0 AS fresh)
            UPDATE tier_use SET people = people + (SELECT count(*) FROM counted WHERE fresh) WHERE portfolio = :portfolio
            """;

    private static final String EXPIRE =
            """
            WITH over AS (
                DELETE FROM tier_contact WHERE portfolio = :portfolio AND last_at <= now() - :counted * interval '1 ms' RETURNING 1)
            UPDATE tier_use SET people = people - (SELECT count(*) FROM over) WHERE portfolio = :portfolio
            RETURNING *
            """;

    private static final String FREED =
            """
            SELECT last_at + :counted * interval '1 ms' FROM tier_contact
            WHERE portfolio = :portfolio AND last_at > greatest(now(), :after) - :counted * interval '1 ms'
            ORDER BY last_at LIMIT :count
            """;

    private static final String PROMISE = "UPDATE tier_use SET promised_until = :until WHERE portfolio = :portfolio";
    private static final String TELL =
            """
            INSERT INTO tier_use (portfolio, told) VALUES (:portfolio, :told)
            ON CONFLICT (portfolio) DO UPDATE SET told = excluded.told, promised_until = NULL
            WHERE tier_use.told IS DISTINCT FROM excluded.told
            """;

    private final JdbcClient jdbc;
    private final long countedMillis;

    TierTable(JdbcClient jdbc, PacingSettings settings) {
        this.jdbc = jdbc;
        this.countedMillis = settings.tier().counted().toMillis();
    }

    /** Locks it until the end of the transaction: nobody else begins with new people meanwhile. */
    TierUse lock(String portfolio) {
        Optional<TierUse> found = find(portfolio);
        if (found.isEmpty()) {
            jdbc.sql(ADD).param("portfolio", portfolio).update();
            found = find(portfolio);
        }
        return found.orElseThrow();
    }

    private Optional<TierUse> find(String portfolio) {
        return jdbc.sql(ONE)
                .param("portfolio", portfolio)
                .query((row, n) -> TierUse.read(row))
                .optional();
    }

    List<TierUse> all() {
        return jdbc.sql(ALL).query((row, n) -> TierUse.read(row)).list();
    }

    /** Those of them who are counted already. */
    Set<SubjectRef> known(String portfolio, Collection<SubjectRef> people) {
        return new HashSet<>(jdbc.sql(KNOWN)
                .param("portfolio", portfolio)
                .param("subjects", subjects(people))
                .query((row, n) -> new SubjectRef(row.getObject(1, UUID.class)))
                .list());
    }

    void count(String portfolio, Collection<SubjectRef> people) {
        jdbc.sql(COUNT)
                .param("portfolio", portfolio)
                .param("subjects", subjects(people))
                .update();
    }

    /** Forgets people who count no more. The portfolio's row is locked by it. */
    TierUse expire(String portfolio) {
        return jdbc.sql(EXPIRE)
                .param("portfolio", portfolio)
                .param("counted", countedMillis)
                .query((row, n) -> TierUse.read(row))
                .single();
    }

    /** When so many places become free, the first first; fewer if fewer are taken. @param after only later ones, or null */
    List<Instant> freed(String portfolio, Instant after, int count) {
        return jdbc.sql(FREED)
                .param("portfolio", portfolio)
                .param("counted", countedMillis)
                .param("after", utc(after), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("count", count)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    void promise(String portfolio, Instant until) {
        jdbc.sql(PROMISE)
                .param("portfolio", portfolio)
                .param("until", utc(until))
                .update();
    }

    /** @return whether that is news */
    boolean tell(String portfolio, int limit) {
        return jdbc.sql(TELL).param("portfolio", portfolio).param("told", limit).update() > 0;
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static UuidArray subjects(Collection<SubjectRef> people) {
        return SqlArrays.uuids(people.stream().map(SubjectRef::value));
    }
}
