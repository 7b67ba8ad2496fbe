package dev.sealpost.consent;

import dev.sealpost.database.UuidArray;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The events of a person. */
@Repository
class ConsentEvents {
    static final int MOST_SHOWN = 500;
    private static final int LOCKS = "consent".hashCode();

    private final JdbcClient jdbc;

    @PersistenceContext
    private EntityManager entities;

    ConsentEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the end of the transaction nobody else records anything about these people. In one order whoever asks, so that nobody waits
     * for each other in a circle.
     */
    void lock(Collection<SubjectRef> subjects) {
        Object[] people =
                subjects.stream().map(SubjectRef::hashCode).distinct().sorted().toArray();
        jdbc.sql("SELECT pg_advisory_xact_lock(?, person) FROM unnest(?) AS person")
                .param(LOCKS)
                .param(new SqlArrayValue("integer", people))
                .query(row -> {});
    }

    /** Which of these fingerprints, each of a statement of one of these people, were recorded before; one query. */
    Set<BlindIndex> known(Collection<SubjectRef> subjects, Collection<BlindIndex> fingerprints) {
        return jdbc
                .sql(
                        "SELECT fingerprint FROM consent_event WHERE subject = ANY (?) AND fingerprint IN (SELECT unnest(?))")
                .param(UuidArray.of(subjects.stream().map(SubjectRef::value)))
                .param(new SqlArrayValue(
                        "bytea", fingerprints.stream().map(BlindIndex::bytes).toArray(byte[][]::new)))
                .query((row, number) -> new BlindIndex(row.getBytes(1)))
                .stream()
                .collect(Collectors.toSet());
    }

    ConsentEvent add(ConsentEvent event) {
        entities.persist(event);
        return event;
    }

    ConsentEvent get(long id) {
        return entities.find(ConsentEvent.class, id);
    }

    /** The last first, at most {@value #MOST_SHOWN}. */
    List<ConsentEvent> of(SubjectRef subject) {
        return entities.createQuery(
                        "select e from ConsentEvent e where e.subject = :subject order by e.at desc, e.status desc, e.id desc",
                        ConsentEvent.class)
                .setParameter("subject", subject.value())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }
}
