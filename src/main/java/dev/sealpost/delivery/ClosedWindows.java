package dev.sealpost.delivery;

import dev.sealpost.window.ServiceWindows;
import org.springframework.stereotype.Component;

/** Forgets service windows that are over. */
@Component
class ClosedWindows implements Sweep {

    private final ServiceWindows windows;

    ClosedWindows(ServiceWindows windows) {
        this.windows = windows;
    }

    @Override
    public boolean sweep() {
        windows.forgetOver();
        return false;
    }
}
