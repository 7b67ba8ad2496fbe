package dev.sealpost.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is between its claim and the commit of its outcome. A place is taken before the claim and given back after that commit, so
 * that memory is bounded also while the database cannot take outcomes.
 */
class InFlight {

    private final int capacity;
    private final int kept;
    private final Semaphore places;
    private final BlockingQueue<Outcome> outcomes;
    private final AtomicInteger sending = new AtomicInteger();

    /** @param kept how many of the places only urgent messages may take */
    InFlight(int capacity, int kept) {
        this.capacity = capacity;
        this.kept = kept;
        this.places = new Semaphore(capacity);
        this.outcomes = new LinkedBlockingQueue<>(capacity);
    }

    /** Takes places, waiting for the first one only. @return how many; 0 if none became free in time */
    int reserve(int atMost, Duration wait) throws InterruptedException {
        if (!places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return 0;
        }
        int taken = 1;
        while (taken < atMost && places.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    /** How many of so many places, just taken, may be used by messages that are not urgent. */
    int ordinary(int taken) {
        return Math.max(0, Math.min(taken, places.availablePermits() + taken - kept));
    }

    void release(int count) {
        places.release(count);
    }

    /** So many claimed messages are about to be sent. */
    void departing(int count) {
        sending.addAndGet(count);
    }

    void arrived(Outcome outcome) {
        outcomes.add(outcome);
        sending.decrementAndGet();
    }

    /**
     * Waits for outcomes: up to {@code wait} for the first, then up to {@code linger} for more, unless there are enough or nothing
     * more is being sent.
     */
    List<Outcome> gather(int atMost, Duration wait, Duration linger) throws InterruptedException {
        List<Outcome> gathered = new ArrayList<>();
        Outcome first = outcomes.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        long deadline = System.nanoTime() + linger.toNanos();
        for (Outcome next = first; next != null; next = another(gathered.size(), atMost, deadline)) {
            gathered.add(next);
        }
        return gathered;
    }

    private Outcome another(int gathered, int atMost, long deadline) throws InterruptedException {
        if (gathered >= atMost) {
            return null;
        }
        boolean moreWillCome = sending.get() > 0;
        Outcome ready = outcomes.poll();
        return ready == null && moreWillCome
                ? outcomes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                : ready;
    }

    int size() {
        return capacity - places.availablePermits();
    }

    boolean isEmpty() {
        return size() == 0;
    }
}
