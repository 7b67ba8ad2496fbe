package dev.sealpost.delivery;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import dev.sealpost.consent.ConsentSnapshot;
import dev.sealpost.consent.Consents;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SubjectKeys;
import dev.sealpost.window.Chat;
import dev.sealpost.window.ServiceWindows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes due messages out of the outbox: one transaction of a constant number of statements. Consent, time to live and the person's
 * key are checked in it, so that what it returns was lawful and committed as {@code SENDING} before anything is sent. If consent,
 * keys or audit cannot be asked, nothing is claimed and the messages stay queued.
 */
@Component
class Claims {

    private final Candidates candidates;
    private final Consents consents;
    private final SubjectKeys keys;
    private final LastCheck check;
    private final Turns turns;
    private final ClaimRules rules;
    private final ServiceWindows windows;
    private final Moves moves;

    Claims(
            Candidates candidates,
            Consents consents,
            SubjectKeys keys,
            LastCheck check,
            Turns turns,
            ClaimRules rules,
            ServiceWindows windows,
            Moves moves) {
        this.candidates = candidates;
        this.consents = consents;
        this.keys = keys;
        this.check = check;
        this.turns = turns;
        this.rules = rules;
        this.windows = windows;
        this.moves = moves;
    }

    /** @param hub who claims, for the audit */
    @Transactional
    Claim claim(Allowance allowance, String hub) {
        List<Candidate> due = candidates.lock(allowance);
        Map<Boolean, List<Candidate>> waiting = due.stream().collect(partitioningBy(Candidate::waits));
        turns.setAside(waiting.get(true));
        return new Claim(
                take(rules.let(withWindows(waiting.get(false))), hub),
                allowance.isUsedUpBy(due),
                allowance.exhaustedBy(due));
    }

    private List<Candidate> withWindows(List<Candidate> next) {
        Map<Chat, Instant> open =
                windows.openUntil(next.stream().map(Candidate::chat).toList());
        return next.stream()
                .map(candidate -> candidate.withWindow(open.get(candidate.chat())))
                .toList();
    }

    private List<ClaimedMessage> take(List<Candidate> next, String hub) {
        if (next.isEmpty()) {
            return List.of();
        }
        List<SubjectRef> people =
                next.stream().map(candidate -> candidate.message().subject()).toList();
        ConsentSnapshot snapshot = consents.current(people);
        Map<SubjectRef, DataKey> loaded = keys.load(people);
        Set<MessageFacts> sending =
                moves
                        .apply(next.stream()
                                .map(candidate -> check.rule(candidate, snapshot, loaded, hub))
                                .toList())
                        .stream()
                        .filter(move -> move.to() == MessageState.SENDING)
                        .map(Move::message)
                        .collect(toSet());
        List<Candidate> claimed = next.stream()
                .filter(candidate -> sending.contains(candidate.message()))
                .toList();
        rules.claimed(claimed);
        return claimed.stream()
                .map(candidate ->
                        candidate.claimed(loaded.get(candidate.message().subject())))
                .toList();
    }
}
