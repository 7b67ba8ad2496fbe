package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Finds people by phone number or WhatsApp user id through the keyed blind index; neither is stored. The two ways to write a Brazilian,
 * Argentine or Mexican mobile number are one person's.
 */
public interface Subjects {

    /**
     * The reference of each of these, creating subjects and their data keys where missing: one statement if all are known,
     * else three, however many. Takes part in the caller's transaction, which must be {@code READ COMMITTED}; what two
     * hubs create at once ends up as one subject, the slower waiting for the faster's commit.
     *
     * <p>A subject that is known already is not given a new data key when its key was destroyed.
     */
    <R extends Recipient> Map<R, SubjectRef> resolve(Collection<R> recipients);

    /** The reference of one that is known already. Creates nothing. */
    Optional<SubjectRef> find(Recipient recipient);
}
