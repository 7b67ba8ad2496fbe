package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All rules: the first that says wait is right. */
@Component
class ClaimRules {

    private final List<ClaimRule> rules;
    private final WaitingMessages waiting;

    ClaimRules(List<ClaimRule> rules, WaitingMessages waiting) {
        this.rules = rules;
        this.waiting = waiting;
    }

    /** @return those that may go; the others are made to wait */
    List<Candidate> let(List<Candidate> candidates) {
        Map<Candidate, Wait> waits = new HashMap<>();
        List<Candidate> left = candidates;
        for (ClaimRule rule : rules) {
            Map<MessageId, Wait> told = left.isEmpty() ? Map.of() : rule.review(left);
            left.stream()
                    .filter(candidate -> told.containsKey(candidate.message().id()))
                    .forEach(candidate ->
                            waits.put(candidate, told.get(candidate.message().id())));
            left = left.stream()
                    .filter(candidate -> !told.containsKey(candidate.message().id()))
                    .toList();
        }
        waiting.set(waits);
        return left;
    }

    void claimed(List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            rules.forEach(rule -> rule.claimed(candidates));
        }
    }
}
