package dev.sealpost.whatsapp.work;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells a thread that there is something to do; calls are not counted. */
public class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    public void call() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Returns at the next call, at once if there was one, or after the time is over. */
    public void await(long millis) throws InterruptedException {
        if (calls.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
