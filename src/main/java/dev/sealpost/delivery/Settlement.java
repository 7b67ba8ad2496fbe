package dev.sealpost.delivery;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of a batch of sends, and what follows from it: one transaction of a constant number of statements. */
@Component
class Settlement {

    private final Verdicts verdicts;
    private final Moves moves;
    private final Consequences consequences;

    Settlement(Verdicts verdicts, Moves moves, Consequences consequences) {
        this.verdicts = verdicts;
        this.moves = moves;
        this.consequences = consequences;
    }

    @Transactional
    void commit(List<Outcome> outcomes) {
        moves.apply(
                outcomes.stream().map(verdicts::move).toList(),
                outcomes.stream()
                        .flatMap(outcome -> outcome.records().close().stream())
                        .toList());
        consequences.apply(outcomes.stream()
                .flatMap(outcome -> outcome.consequences().stream())
                .toList());
    }
}
