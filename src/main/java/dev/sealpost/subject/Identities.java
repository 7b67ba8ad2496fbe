package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.Map;

/**
 * Keeps one person one subject, whichever number or user id is used. Takes part in the caller's transaction, which must be
 * {@code READ COMMITTED}. Every change is audited as {@code subject.alias}, what contradicts what is known as {@code subject.conflict}.
 *
 * <p>Not guaranteed: that two subjects who turn out to be one person are made one. They stay two, and what is found is the one that the
 * first handle belongs to.
 */
public interface Identities {

    /**
     * Who these are: creates subjects that are not known, adds handles to those that are; a constant number of statements, however
     * many people.
     *
     * @param actor who says so, for the audit
     */
    Map<Handles, Recognised> recognise(Collection<Handles> people, String actor);

    /**
     * Adds a handle to a subject that is known, unless it belongs to another one; a constant number of statements.
     *
     * @param seen what was said to belong to whom
     */
    void alsoKnownAs(Map<Recipient, SubjectRef> seen, String actor);

    /** A person has a new number, or a new user id, in the place of the old one. */
    Replacement replace(Recipient old, Recipient replacement, String actor);
}
