package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds people by phone number through the keyed blind index; the numbers themselves are not stored. */
public interface Subjects {

    /**
     * The reference of each of these numbers, creating subjects and their data keys where missing: one statement if all are known,
     * else three, however many numbers. Takes part in the caller's transaction, which must be {@code READ COMMITTED}; what two
     * hubs create at once ends up as one subject, the slower waiting for the faster's commit.
     *
     * <p>A subject that is known already is not given a new data key when its key was destroyed.
     */
    Map<PhoneNumber, SubjectRef> resolve(Collection<PhoneNumber> numbers);

    /** The reference of a number that is known already. Creates nothing. */
    Optional<SubjectRef> find(PhoneNumber number);
}
