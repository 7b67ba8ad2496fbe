package dev.sealpost.delivery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Function;

/**
 * How many messages may be claimed. Some places are only for urgent ones, so that thousands of others never hold up a code to sign in
 * with.
 *
 * @param limits how many by each sender
 * @param places how many in all
 * @param ordinary how many of those places may be taken by messages that are not urgent
 * @param lastUrgent the last priority that is urgent
 */
record Allowance(Map<String, Integer> limits, int places, int ordinary, int lastUrgent) {

    /** What is left for ordinary messages. */
    Allowance ordinary(List<Due> urgent) {
        Map<String, Long> taken = bySender(urgent, Due::sender);
        Map<String, Integer> left = limits.entrySet().stream()
                .map(limit -> Map.entry(limit.getKey(), limit.getValue() - taken(taken, limit.getKey())))
                .filter(limit -> limit.getValue() > 0)
                .collect(toMap(Entry::getKey, Entry::getValue));
        int open = Math.min(ordinary, places - urgent.size());
        return new Allowance(left, open, open, lastUrgent);
    }

    /** There may be more of them at once: something of what was allowed ran out. */
    boolean isUsedUpBy(List<Candidate> due) {
        return due.size() >= places
                || ordinary > 0 && due.size() >= ordinary
                || !exhaustedBy(due).isEmpty();
    }

    /** The senders by which more may be due than were allowed. */
    Set<String> exhaustedBy(List<Candidate> due) {
        Map<String, Long> found = bySender(due, Candidate::sender);
        return limits.entrySet().stream()
                .filter(limit -> taken(found, limit.getKey()) >= limit.getValue())
                .map(Entry::getKey)
                .collect(toSet());
    }

    private static <T> Map<String, Long> bySender(Collection<T> messages, Function<T, String> sender) {
        return messages.stream().collect(groupingBy(sender, counting()));
    }

    private static int taken(Map<String, Long> taken, String sender) {
        return taken.getOrDefault(sender, 0L).intValue();
    }
}
