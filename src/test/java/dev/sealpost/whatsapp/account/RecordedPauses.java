package dev.sealpost.whatsapp.account;

import dev.sealpost.pause.ActivePauses;
import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Pauses in memory: {@code SENDER shop token-expired}. */
final class RecordedPauses implements Pauses {

    private final Set<String> active = new TreeSet<>();

    Set<String> active() {
        return active;
    }

    @Override
    public List<Pause> begin(Collection<NewPause> pauses) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("outside a transaction");
        }
        pauses.forEach(pause ->
                active.add(name(pause.scope(), pause.key(), pause.reason().word())));
        return List.of();
    }

    @Override
    public List<Pause> lift(PauseScope scope, String key, Set<String> reasons, String by) {
        active.removeIf(name -> name.startsWith(scope + " " + key + " ")
                && (reasons.isEmpty() || reasons.stream().anyMatch(word -> name.equals(name(scope, key, word)))));
        return List.of();
    }

    private static String name(PauseScope scope, String key, String word) {
        return scope + " " + key + " " + word;
    }

    @Override
    public ActivePauses recent() {
        return new ActivePauses(List.of());
    }

    @Override
    public ActivePauses hold() {
        return recent();
    }

    @Override
    public List<Pause> unreleased() {
        return List.of();
    }

    @Override
    public void released(Collection<Pause> pauses) {
        throw new IllegalStateException("nothing is held here");
    }
}
