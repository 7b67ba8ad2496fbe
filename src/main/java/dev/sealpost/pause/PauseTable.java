package dev.sealpost.pause;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.Uuid7;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows. Times are the database's. */
@Component
class PauseTable {

    private static final String ACTIVE =
            "SELECT " + Pause.COLUMNS + " FROM pause WHERE lifted_at IS NULL AND (until IS NULL OR until > now())";

    /**
     * In one order, so that two hubs that begin the same ones do not wait for each other in a circle. One that probes have lifted
     * again and again within the hour is probed later: what they look at does not tell what is wrong.
     */
    private static final String BEGIN =
            """
            INSERT INTO pause (id, scope, key, reason, detail, code, began_by, until, probes, next_probe_at)
            SELECT DISTINCT ON (scope, key, reason) id, scope, key, reason, detail, code::integer, began_by, until,
                   before.lifted, now() + first_probe_ms * power(2, before.lifted) * interval '1 ms'
            FROM unnest(:ids, :scopes, :keys, :reasons, :details, :codes, :bys, :untils, :probes)
                AS new (id, scope, key, reason, detail, code, began_by, until, first_probe_ms)
            CROSS JOIN LATERAL (
                SELECT least(count(*), 4)::integer AS lifted FROM pause p
                WHERE p.scope = new.scope AND p.key = new.key AND p.reason = new.reason
                  AND p.lifted_by = 'probe' AND p.lifted_at > now() - interval '1 hour') AS before
            ORDER BY scope, key, reason, until DESC NULLS FIRST
            ON CONFLICT (scope, key, reason) WHERE lifted_at IS NULL DO UPDATE SET until = excluded.until
                WHERE pause.until IS NOT NULL AND (excluded.until IS NULL OR excluded.until > pause.until)
            RETURNING %s, xmax = 0 AS begun
            """
                    .formatted(Pause.COLUMNS);

    private static final String LIFT =
            """
            UPDATE pause SET lifted_at = now(), lifted_by = :by
            WHERE lifted_at IS NULL AND scope = :scope AND key = :key AND (:any OR reason = ANY (:reasons))
            RETURNING %s
            """
                    .formatted(Pause.COLUMNS);
    private static final String LIFT_OVER =
            "UPDATE pause SET lifted_at = now(), lifted_by = 'hub' WHERE lifted_at IS NULL AND until <= now() RETURNING "
                    + Pause.COLUMNS;

    private final JdbcClient jdbc;

    PauseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pause> active() {
        return jdbc.sql(ACTIVE).query(Pause::read).list();
    }

    /** Whoever wants to lift one waits for the caller's transaction. */
    List<Pause> activeLocked() {
        return jdbc.sql(ACTIVE + " FOR SHARE").query(Pause::read).list();
    }

    /** @return those that were not there */
    List<Pause> begin(Collection<NewPause> pauses, Duration firstProbe) {
        return jdbc
                .sql(BEGIN)
                .param("ids", SqlArrays.uuids(pauses.stream().map(pause -> Uuid7.next())))
                .param("scopes", SqlArrays.texts(pauses.stream().map(pause -> pause.scope()
                        .name())))
                .param("keys", SqlArrays.texts(pauses.stream().map(NewPause::key)))
                .param("reasons", SqlArrays.texts(pauses.stream().map(pause -> pause.reason()
                        .word())))
                .param("details", SqlArrays.texts(pauses.stream().map(pause -> pause.reason()
                        .detail())))
                .param("codes", SqlArrays.longs(pauses.stream().map(PauseTable::code)))
                .param("bys", SqlArrays.texts(pauses.stream().map(NewPause::by)))
                .param("untils", SqlArrays.instants(pauses.stream().map(NewPause::until)))
                .param("probes", SqlArrays.longs(pauses.stream().map(pause -> probe(pause, firstProbe))))
                .query((row, n) -> row.getBoolean("begun") ? Pause.read(row, n) : null)
                .list()
                .stream()
                .filter(pause -> pause != null)
                .toList();
    }

    List<Pause> lift(PauseScope scope, String key, Set<String> reasons, String by) {
        return jdbc.sql(LIFT)
                .param("by", by)
                .param("scope", scope.name())
                .param("key", key)
                .param("any", reasons.isEmpty())
                .param("reasons", SqlArrays.texts(reasons.stream()))
                .query(Pause::read)
                .list();
    }

    /** Those whose time has come. */
    List<Pause> liftOver() {
        return jdbc.sql(LIFT_OVER).query(Pause::read).list();
    }

    /** Locked: two hubs that release the same one would each think that the other has the rest. */
    List<Pause> unreleased() {
        return jdbc.sql(
                        "SELECT " + Pause.COLUMNS
                                + " FROM pause WHERE lifted_at IS NOT NULL AND released_at IS NULL ORDER BY lifted_at FOR UPDATE")
                .query(Pause::read)
                .list();
    }

    void released(Collection<Pause> pauses) {
        jdbc.sql("UPDATE pause SET released_at = now() WHERE id = ANY (:ids)")
                .param("ids", SqlArrays.uuids(pauses.stream().map(Pause::id)))
                .update();
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM pause WHERE released_at < now() - interval '30 days'")
                .update();
    }

    private static Long code(NewPause pause) {
        return pause.code() == null ? null : pause.code().longValue();
    }

    private static Long probe(NewPause pause, Duration first) {
        return pause.probed() ? first.toMillis() : null;
    }
}
