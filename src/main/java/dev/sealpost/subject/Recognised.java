package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who is meant by handles.
 *
 * @param others people the hub knew apart to whom some of the handles belong; they are not made one. Whatever the person withdraws is
 *     to be withdrawn for them too
 */
public record Recognised(SubjectRef subject, Set<SubjectRef> others) {

    public Recognised {
        others = Set.copyOf(others);
    }

    /** The subject and the others. */
    public Set<SubjectRef> all() {
        Set<SubjectRef> all = new LinkedHashSet<>(others);
        all.add(subject);
        return all;
    }
}
