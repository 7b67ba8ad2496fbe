package dev.sealpost.pause;

import java.util.concurrent.CompletableFuture;

/** Finds out whether the reason for a pause is over. */
public interface PauseProbe {

    /** Whether this one is to be asked about it. */
    boolean knows(Pause pause);

    /** Without blocking; true only if it is certain that the pause may end. Completes, normally, within a minute. */
    CompletableFuture<Boolean> isOver(Pause pause);
}
