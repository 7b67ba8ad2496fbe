package dev.sealpost.delivery;

import static java.util.stream.Collectors.toMap;

import dev.sealpost.message.MessageId;
import dev.sealpost.pacing.PeoplePace;
import dev.sealpost.pacing.Planned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody is written to faster, and no more people, than Meta allows. Asked last: what waits for something else takes no place. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PeopleRule implements ClaimRule {

    private final PeoplePace pace;
    private final Marketing marketing;

    PeopleRule(PeoplePace pace, Marketing marketing) {
        this.pace = pace;
        this.marketing = marketing;
    }

    @Override
    public Map<MessageId, Wait> review(List<Candidate> candidates) {
        return pace.review(planned(candidates)).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> new Wait.Until(
                                entry.getValue().until(), entry.getValue().reason())));
    }

    @Override
    public void claimed(List<Candidate> candidates) {
        pace.claimed(planned(candidates));
    }

    private List<Planned> planned(List<Candidate> candidates) {
        Instant now = Instant.now();
        return candidates.stream()
                .map(candidate -> new Planned(
                        candidate.message().id(),
                        candidate.chat(),
                        marketing.includes(candidate),
                        candidate.windowUntil() != null
                                && candidate.windowUntil().isAfter(now)))
                .toList();
    }
}
