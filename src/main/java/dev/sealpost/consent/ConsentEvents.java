package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The events of a person. */
@Repository
class ConsentEvents {
    static final int MOST_SHOWN = 500;
    private static final int LOCKS = "consent".hashCode();

    @PersistenceContext
    private EntityManager entities;

    /** Until the end of the transaction nobody else records anything about this person. */
    void lock(SubjectRef subject) {
        entities.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(:locks, :person) AS text)")
                .setParameter("locks", LOCKS)
                .setParameter("person", subject.hashCode())
                .getSingleResult();
    }

    boolean has(SubjectRef subject, String purpose, BlindIndex fingerprint) {
        return !entities.createQuery(
                        "select e.id from ConsentEvent e"
                                + " where e.subject = :subject and e.purpose = :purpose and e.fingerprint = :fingerprint",
                        Long.class)
                .setParameter("subject", subject.value())
                .setParameter("purpose", purpose)
                .setParameter("fingerprint", fingerprint.bytes())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    ConsentEvent add(ConsentEvent event) {
        entities.persist(event);
        return event;
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
