package dev.sealpost.pause;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Begins and lifts pauses, and says what is paused. Fails, never guesses, when the database cannot answer. */
public interface Pauses {

    /** As of a moment ago (a second at most): for what is asked often. Not the last word: {@link #hold()} is. */
    ActivePauses recent();

    /**
     * As of now, and none of them ends before the caller's transaction does: what that one holds back for a pause is there when the
     * pause is lifted. One query.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    ActivePauses hold();

    /**
     * Begins pauses, in the caller's transaction, by a constant number of statements. One that there is already, with the same scope,
     * key and reason's word, goes on, as long as the longer of the two.
     *
     * @return those that were not there before
     */
    List<Pause> begin(Collection<NewPause> pauses);

    /**
     * Lifts what there is of it, in the caller's transaction or in one of its own. What was held goes on within seconds.
     *
     * @param reasons the words of the reasons that are over; empty: all
     * @param by who says so, as the audit names them
     * @return those that were lifted
     */
    List<Pause> lift(PauseScope scope, String key, Set<String> reasons, String by);

    /** Lifted pauses some of whose messages may still be held, for the caller's transaction alone. */
    List<Pause> unreleased();

    /** Nothing is held for these any more. */
    void released(Collection<Pause> pauses);
}
