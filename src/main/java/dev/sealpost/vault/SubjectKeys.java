package dev.sealpost.vault;

import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.Map;

/**
 * One data key for each subject, kept wrapped by the vault's key-encryption key in a database schema of its own. Destroying a
 * subject's key makes everything sealed under it unreadable, wherever copies of it are.
 */
public interface SubjectKeys {

    /** Creates the keys that do not exist yet; one statement for all. Takes part in the caller's transaction. */
    void create(Collection<SubjectRef> subjects);

    /**
     * The keys of these subjects, by one query; a subject whose key was destroyed is missing from the answer. A wrapped key that
     * was altered or swapped is answered by a key whose every use throws {@link SealBroken}, so that it stops its own subject's
     * messages and no others.
     */
    Map<SubjectRef, DataKey> load(Collection<SubjectRef> subjects);

    /**
     * Deletes the key and, if there was one, publishes {@link SubjectKeyDestroyed}. Takes part in the caller's transaction. Cannot be undone except
     * from a backup of the key schema; what PostgreSQL keeps of a deleted row goes with its next vacuum.
     */
    void destroy(SubjectRef subject);
}
