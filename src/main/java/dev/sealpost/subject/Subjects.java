package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds people by phone number through the keyed blind index; the numbers themselves are not stored. */
public interface Subjects {

    /**
     * The references of these numbers, creating subjects and their data keys where missing; at most three statements however
     * many numbers. Takes part in the caller's transaction; what two hubs create at once ends up as one subject.
     */
    Map<PhoneNumber, SubjectRef> resolve(Collection<PhoneNumber> numbers);

    /** The reference of a number that is known already. Creates nothing. */
    Optional<SubjectRef> find(PhoneNumber number);
}
