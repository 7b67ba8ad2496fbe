package dev.sealpost.delivery;

import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseGuide;
import dev.sealpost.pause.PauseScope;
import java.util.Optional;

/** Lets everything be paused. */
class TestPauseGuide implements PauseGuide {

    @Override
    public Optional<String> objection(PauseScope scope, String key) {
        return Optional.empty();
    }

    @Override
    public String whatToDo(Pause pause) {
        return "Wait.";
    }
}
