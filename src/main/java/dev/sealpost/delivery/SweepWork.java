package dev.sealpost.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sweeps every few seconds. */
class SweepWork implements Loop.Work {

    private final List<Sweep> sweeps;
    private final Duration interval;
    private final CountDownLatch stopping;

    SweepWork(List<Sweep> sweeps, Duration interval, CountDownLatch stopping) {
        this.sweeps = sweeps;
        this.interval = interval;
        this.stopping = stopping;
    }

    @Override
    public void once() throws InterruptedException {
        sweeps.forEach(this::sweep);
        stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep(Sweep sweep) {
        boolean more = true;
        while (more && stopping.getCount() > 0) {
            more = sweep.sweep();
        }
    }
}
