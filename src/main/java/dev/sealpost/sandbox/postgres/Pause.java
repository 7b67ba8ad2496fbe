package dev.sealpost.sandbox.postgres;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Between two looks at something that announces nothing when it changes, such as another process's file. */
final class Pause {
    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
}
