package dev.sealpost.pause;

import java.util.Optional;

/** What those who pause and lift by hand have to know about the channel. */
public interface PauseGuide {

    /** Why there is nothing to pause by this key, with what there is; or empty. */
    Optional<String> objection(PauseScope scope, String key);

    /** What an operator does about a pause. */
    String whatToDo(Pause pause);
}
