package dev.sealpost.delivery;

import dev.sealpost.pause.PauseUpkeep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks after pauses whose time has come, and has those probed that a probe may lift. */
@Component
class PauseSweep implements Sweep {

    private final PauseUpkeep upkeep;

    PauseSweep(PauseUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    @Transactional
    public boolean sweep() {
        upkeep.round();
        return false;
    }
}
