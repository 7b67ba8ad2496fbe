package dev.sealpost.pause;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pauses there were at one moment. There are few of them, whatever the traffic. */
public record ActivePauses(List<Pause> all) {

    public ActivePauses {
        all = all.stream().sorted(Comparator.comparing(Pause::since)).toList();
    }

    /** The oldest of a thing, if it is paused. */
    public Optional<Pause> of(PauseScope scope, String key) {
        return all.stream()
                .filter(pause -> pause.scope() == scope && pause.key().equals(key))
                .findFirst();
    }

    /** @param account of the sender, or null if it is not known */
    public Optional<Pause> ofSender(String sender, String account) {
        return of(PauseScope.SENDER, sender)
                .or(() -> Optional.ofNullable(account).flatMap(id -> of(PauseScope.ACCOUNT, id)));
    }
}
