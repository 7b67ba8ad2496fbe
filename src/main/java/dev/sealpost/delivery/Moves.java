package dev.sealpost.delivery;

import static java.util.stream.Collectors.toSet;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every change of a message's state goes through here: dead letters, states, audit entries and the passing on of turns, by a
 * constant number of statements in the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Moves {

    /** One order for all transactions, so that they wait for each other instead of dead-locking. */
    private static final Comparator<Move> BY_ID =
            Comparator.comparing(move -> move.message().id());

    private final StateTable states;
    private final UnsentLetters unsent;
    private final Turns turns;
    private final AuditLog audit;
    private final DeliveryMetrics metrics;

    Moves(StateTable states, UnsentLetters unsent, Turns turns, AuditLog audit, DeliveryMetrics metrics) {
        this.states = states;
        this.unsent = unsent;
        this.turns = turns;
        this.audit = audit;
        this.metrics = metrics;
    }

    /**
     * Moves those messages that are still where their move begins.
     *
     * @param moves at most one for each message
     * @return the moves that took place; of the others nothing is written
     */
    List<Move> apply(Collection<Move> moves) {
        return apply(moves, List.of());
    }

    /** @param others audit entries to be written in any case */
    List<Move> apply(Collection<Move> moves, Collection<AuditRecord> others) {
        if (moves.isEmpty()) {
            return List.of();
        }
        List<Move> sorted = moves.stream().sorted(BY_ID).toList();
        List<AuditRecord> deadLetters = unsent.keep(sorted);
        Set<MessageId> moved = states.update(sorted);
        List<Move> done = sorted.stream()
                .filter(move -> moved.contains(move.message().id()))
                .toList();
        record(done, deadLetters, others);
        turns.passOn(subjectsWhoseTurnEnded(done));
        countAfterCommit(done);
        return done;
    }

    private void record(List<Move> done, Collection<AuditRecord> deadLetters, Collection<AuditRecord> others) {
        List<AuditRecord> entries = new ArrayList<>(others);
        done.forEach(move -> entries.addAll(move.entries()));
        entries.addAll(deadLetters);
        if (!entries.isEmpty()) {
            audit.append(entries);
        }
    }

    private void countAfterCommit(List<Move> done) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                done.forEach(metrics::moved);
            }
        });
    }

    private static Set<SubjectRef> subjectsWhoseTurnEnded(List<Move> moves) {
        return moves.stream()
                .filter(Move::endsTurn)
                .map(move -> move.message().subject())
                .collect(toSet());
    }
}
